package longrange.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Exercises;
import longrange.grading.Graders;
import longrange.grading.TestResult;
import longrange.grading.Verdict;

/// Checks known answers with all graders, the hidden ones too.
final class Marking {
  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Map<Class<?>, Verdict> VERDICTS = new ConcurrentHashMap<>();

  private Marking() {}

  static List<Contract> contracts() {
    return Exercises.all();
  }

  static Checker everyTest() {
    return Checker.standard();
  }

  static Checker visibleTests() {
    List<Class<?>> visible =
        Graders.installed().classes().stream().filter(Predicate.not(Marking::isHidden)).toList();
    return everyTest().withGraders(new Graders(visible));
  }

  static Verdict verdict(Entry entry) {
    return VERDICTS.computeIfAbsent(
        entry.type(),
        type -> everyTest().check(Contract.of(entry.contract()), type, entry::answer));
  }

  static Verdict verdict(Contract contract, Object answer) {
    Callable<Object> maker = () -> answer;
    return everyTest().check(contract, answer.getClass(), maker);
  }

  static Object reference(Contract contract) {
    String chapter = contract.type().getPackageName().replaceAll(".*\\.", "");
    String name = "longrange.solutions." + chapter + "." + contract.answerName();
    try {
      return Class.forName(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("There is no reference answer " + name + ".", e);
    }
  }

  static boolean isHidden(TestResult test) {
    return test.grader().startsWith("longrange.graders.hidden.");
  }

  static boolean isHidden(Class<?> grader) {
    return grader.getName().startsWith("longrange.graders.hidden.");
  }
}
