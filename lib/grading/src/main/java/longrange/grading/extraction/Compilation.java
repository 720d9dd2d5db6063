package longrange.grading.extraction;

import java.io.File;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.exercises.Exercise;
import longrange.grading.Checker;
import longrange.grading.CodeLocation;
import longrange.grading.Contract;
import longrange.grading.Rules;
import longrange.grading.Status;
import longrange.grading.Verdict;

/// What comes of compiling an answer against the contracts and the JDK: a class, or a reason.
public sealed interface Compilation {
  /// The class that implements the contract, loaded where it sees the contracts and the JDK only.
  ///
  /// @param classes the class files of the whole answer, by binary name
  record Compiled(Answer answer, Class<?> type, Map<String, byte[]> classes)
      implements Compilation {
    /// Checks a new object of the class.
    public Verdict check(Checker checker) {
      return checker
          .withPlaces(answer.places())
          .check(answer.contract(), type)
          .warned(answer.warnings());
    }
  }

  /// No class. The message is for the student, one or more lines.
  record Failed(Status status, String message) implements Compilation {}

  /// Compiles an answer in this process.
  static Compilation of(Answer answer) {
    return of(answer, SourceCompiler.here());
  }

  /// Compiles an answer with a compiler.
  static Compilation of(Answer answer, SourceCompiler compiler) {
    try {
      Attempt attempt = Attempt.of(answer, classPath(answer.contract()), compiler);
      return attempt.problems().isEmpty()
          ? loaded(attempt.answer(), attempt.classes())
          : failed(attempt, compiler);
    } catch (SourceCompiler.Unavailable e) {
      return new Failed(Status.INFRA, String.valueOf(e.getMessage()));
    } catch (SourceCompiler.Stopped e) {
      return new Failed(Status.COMPILE, "It does not compile.\n" + e.getMessage());
    }
  }

  /// Where the contracts are: their jar, and nothing of the library.
  private static String classPath(Contract contract) {
    return Stream.of(Exercise.class, contract.type())
        .map(CodeLocation::of)
        .distinct()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Compilation failed(Attempt attempt, SourceCompiler compiler) {
    Answer answer = attempt.answer();
    return answer
        .missingVariable(attempt.problems())
        .map(variable -> Rules.needsVariable(answer.name(), variable))
        .or(() -> refusal(answer, compiler))
        .map(why -> new Failed(Status.REJECTED, why))
        .orElseGet(() -> new Failed(Status.COMPILE, text(attempt.problems())));
  }

  /// An answer that compiles with all that a notebook has uses something that only a notebook has.
  /// The rules, which read class files, then say what.
  private static Optional<String> refusal(Answer answer, SourceCompiler compiler) {
    Attempt attempt =
        Attempt.of(answer.inNotebook(), System.getProperty("java.class.path", ""), compiler);
    if (!attempt.problems().isEmpty()) {
      return Optional.empty();
    }
    String around = attempt.answer().program().className();
    return Rules.refusal(around + "$" + answer.name(), attempt.classes()::get);
  }

  private static String text(List<Problem> problems) {
    int most = 5; // More errors are consequences of these.
    String shown =
        problems.stream()
            .limit(most)
            .map(Problem::text)
            .distinct()
            .collect(Collectors.joining("\n"));
    int more = problems.size() - most;
    return "It does not compile.\n" + shown + (more > 0 ? "\nand " + more + " more" : "");
  }

  private static Compilation loaded(Answer answer, Map<String, byte[]> classes) {
    List<Class<?>> types;
    try {
      types = implementing(answer, classes);
    } catch (LinkageError | IllegalArgumentException e) {
      // javac lets some clashes with names of its own through, such as a method `lambda$f$0`.
      return new Failed(
          Status.COMPILE,
          "It compiles to a class that no JVM takes: give another name to whatever has a $ in its name.");
    }
    return types.stream()
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .reduce((first, second) -> isNamed(first, answer.contract()) ? first : second)
        .<Compilation>map(type -> new Compiled(answer, type, classes))
        .orElseGet(() -> new Failed(Status.API, noneToMake(answer.contract(), types)));
  }

  private static String noneToMake(Contract contract, List<Class<?>> types) {
    String found =
        types.isEmpty()
            ? "No class here implements " + contract.name()
            : types.getLast().getSimpleName() + " is abstract, so no object can be made of it";
    return "%s: write class %s implements %s { … }."
        .formatted(found, contract.answerName(), contract.name());
  }

  /// The classes that implement the contract, in their order. Of several the one with the usual
  /// name is the answer, else the last: an answer may have its helper do the work.
  private static List<Class<?>> implementing(Answer answer, Map<String, byte[]> classes) {
    Contract contract = answer.contract();
    AnswerLoader loader = new AnswerLoader(classes, contract.type().getClassLoader());
    String around = answer.program().className();
    List<Class<?>> found = new ArrayList<>();
    answer
        .types()
        .map(piece -> loader.type(around + "$" + piece.names().getFirst()))
        .filter(contract.type()::isAssignableFrom)
        .forEach(found::add);
    return found;
  }

  private static boolean isNamed(Class<?> type, Contract contract) {
    return type.getSimpleName().equals(contract.answerName());
  }
}
