package longrange.grading;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an answer may use: the JDK, the contracts, and what stands beside it. One set of sentences
/// for every door.
///
/// The rules read class files, since a notebook has no other form of an answer at hand that is
/// certain to be what runs.
public final class Rules {
  private static final String CONTRACTS = "longrange.exercises.";

  /// The course's kernel weaves calls of its own into a cell's classes, so that it can stop them.
  private static final String WOVEN = "longrange.kernel.run.";

  private Rules() {}

  /// Why the class of an object may not be checked; empty when it may.
  public static Optional<String> refusal(Class<?> answer) {
    if (answer.isHidden() || answer.isLocalClass() || isAnonymous(answer)) {
      return Optional.of(
          "check takes an object of a class with a name, because a lambda or an anonymous class"
              + " cannot be handed in: write class MyX implements X { … }, then check(new MyX()).");
    }
    Optional<String> newer = CellClasses.redefinition(answer);
    return newer.isPresent() ? newer : refusal(answer.getName(), name -> ownFile(answer, name));
  }

  /// JShell makes a member class of an anonymous one, named `$JShell$anonymous$0`, and so on.
  private static boolean isAnonymous(Class<?> type) {
    return type.isAnonymousClass() || type.getSimpleName().startsWith("$JShell$anonymous$");
  }

  /// Why a class may not be checked; empty when it may.
  ///
  /// @param answer its binary name
  /// @param own the class file of a class that belongs to the answer, null for any other name
  public static Optional<String> refusal(String answer, Function<String, byte @Nullable []> own) {
    return References.from(answer, own)
        .flatMap(reference -> refusal(answer, reference).stream())
        .findFirst();
  }

  private static Optional<String> refusal(String answer, References.Reference reference) {
    if (reference.variable() != null) {
      return Optional.of(needsVariable(simple(answer), reference.variable()));
    }
    if (allowed(reference.type())) {
      return Optional.empty();
    }
    return Optional.of(
        "%s uses %s. An answer may use the JDK and longrange.exercises only: write that part yourself."
            .formatted(simple(answer), reference.type().replace('$', '.')));
  }

  /// The sentence for an answer that needs a variable from outside.
  public static String needsVariable(String answer, String variable) {
    return "%s needs the variable %s of a cell. An answer is checked alone: declare %s inside the class."
        .formatted(answer, variable, variable);
  }

  /// The sentence for a call that would have ended the process.
  ///
  /// @param call as in `System.exit(0)`
  public static String exitRefused(String call) {
    return call + " would end the check, so it was not called. To leave a method early use return.";
  }

  private static boolean allowed(String type) {
    if (type.startsWith(CONTRACTS) || type.startsWith(WOVEN)) {
      return true;
    }
    // Incubating modules are in the course's kernel only; every other module of the JDK is
    // everywhere.
    return !type.startsWith("jdk.incubator.")
        && ClassLoader.getPlatformClassLoader().getResource(file(type)) != null;
  }

  private static byte @Nullable [] ownFile(Class<?> answer, String name) {
    ClassLoader loader = answer.getClassLoader();
    try {
      Class<?> type = Class.forName(name, false, loader);
      if (!Objects.equals(type.getClassLoader(), loader) || !sameSource(type, answer)) {
        return null;
      }
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
    return ClassFiles.of(loader, name);
  }

  /// A cell's classes have no source; those of a jar on the same loader's path have theirs.
  private static boolean sameSource(Class<?> a, Class<?> b) {
    return Objects.equals(
        a.getProtectionDomain().getCodeSource(), b.getProtectionDomain().getCodeSource());
  }

  private static String file(String name) {
    return name.replace('.', '/') + ".class";
  }

  static String simple(String name) {
    // No regular expression: on a long name without a dot it would take the square of its length.
    int end = name.length() - 1;
    return name.substring(
        Math.max(name.lastIndexOf('.', end - 1), name.lastIndexOf('$', end - 1)) + 1);
  }
}
