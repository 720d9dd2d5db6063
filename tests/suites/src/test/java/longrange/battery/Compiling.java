package longrange.battery;

import static longrange.battery.Hostile.answer;
import static longrange.grading.Status.COMPILE;

import java.util.List;

/// Attacks on the compiler.
final class Compiling {
  /// More of the compiler's words than this nobody reads.
  private static final int LONGEST = 20_000;

  private Compiling() {}

  static List<Hostile> all() {
    return List.of(
        body(
            "16",
            "sums that nest too deeply for the compiler",
            "double x = 1" + "+1".repeat(90_000)),
        body(
            "16b",
            "brackets that nest too deeply for the parser",
            "double x = " + "(".repeat(90_000)),
        body(
            "16c",
            "types that nest too deeply",
            "List<".repeat(5_000) + "String" + ">".repeat(5_000)),
        body("16d", "types that take hours to infer", "Object x = " + inferred(30)).slowly(),
        body("32", "ten thousand errors", "undefined();".repeat(10_000))
            .unless(
                "all of them are shown", graded -> graded.verdict().message().length() < LONGEST));
  }

  private static Hostile body(String number, String what, String statement) {
    return answer(
        number,
        what,
        "3.4",
        """
        import java.util.*;
        import longrange.exercises.ch03.*;

        class MyTransientWitness implements TransientWitness {
          static <T> T id(T a, T b) { return a; }
          public double[][] matrix() {
            %s;
            return new double[][] %s;
          }
        }
        """
            .formatted(statement, Hostile.WITNESS),
        COMPILE);
  }

  /// Generic calls in generic calls: the compiler tries more and more types at each level.
  private static String inferred(int depth) {
    return "id(new ArrayList<>(), id(Map.of(1, id(List.of(".repeat(depth)
        + "1"
        + "), Set.of(1))), new HashMap<>()))".repeat(depth);
  }
}
