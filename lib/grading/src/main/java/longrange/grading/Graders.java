package longrange.grading;

import java.util.List;

/// The grader classes to check with, in the order in which they run.
///
/// Which graders a student's door runs is decided by what is on the class path: the hidden ones are
/// simply not there.
///
/// @param classes JUnit classes annotated with {@link Grades}
public record Graders(List<Class<?>> classes) {
  private static final String INDEX = "META-INF/longrange/graders";

  public Graders {
    classes = List.copyOf(classes);
    for (Class<?> grader : classes) {
      if (grader.getAnnotation(Grades.class) == null) {
        throw new IllegalArgumentException(
            grader.getName() + " is no grader: annotate it with @Grades(TheContract.class).");
      }
    }
  }

  /// Those that the jars on the class path list in `META-INF/longrange/graders`.
  public static Graders installed() {
    return in(Graders.class.getClassLoader());
  }

  /// Those that a class loader finds: it may know jars that are not on the class path.
  public static Graders in(ClassLoader loader) {
    return new Graders(ClassIndex.read(loader, INDEX));
  }

  /// Exactly these.
  public static Graders of(Class<?>... classes) {
    return new Graders(List.of(classes));
  }

  /// Those of one contract.
  public Graders of(Contract contract) {
    return new Graders(
        classes.stream()
            .filter(grader -> grader.getAnnotation(Grades.class).value() == contract.type())
            .toList());
  }
}
