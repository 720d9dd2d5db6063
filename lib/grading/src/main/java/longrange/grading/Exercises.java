package longrange.grading;

import java.util.List;
import java.util.Optional;

/// The exercises that are on the class path, from the lists `META-INF/longrange/exercises`.
public final class Exercises {
  private static final String INDEX = "META-INF/longrange/exercises";

  private Exercises() {}

  /// All of them, in the order of the lists.
  public static List<Contract> all() {
    return ClassIndex.read(Exercises.class.getClassLoader(), INDEX).stream()
        .map(Contract::of)
        .toList();
  }

  /// The exercise with this number, `3.1`.
  public static Optional<Contract> byId(String id) {
    return all().stream().filter(contract -> contract.id().equals(id)).findFirst();
  }

  /// The exercise with this contract, `JacobianProduct`; `MyJacobianProduct` names it too.
  public static Optional<Contract> byName(String name) {
    return all().stream()
        .filter(contract -> contract.name().equals(name) || contract.answerName().equals(name))
        .findFirst();
  }

  /// The contracts that a class implements, itself or by inheritance; empty when none.
  public static List<Contract> of(Class<?> answer) {
    return all().stream().filter(contract -> contract.type().isAssignableFrom(answer)).toList();
  }
}
