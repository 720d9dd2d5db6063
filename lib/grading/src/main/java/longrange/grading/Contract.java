package longrange.grading;

import longrange.exercises.Exercise;

/// The contract of one exercise, with what its `@Exercise` annotation says.
///
/// @param type the interface a student implements
/// @param id the number students type: `3.1`
/// @param points all points of the exercise, visible and hidden
/// @param title the title, as a heading
public record Contract(Class<?> type, String id, int points, String title) {

  /// Reads the annotation of a contract.
  public static Contract of(Class<?> type) {
    Exercise exercise = type.getAnnotation(Exercise.class);
    if (exercise == null || !type.isInterface()) {
      throw new IllegalArgumentException(
          type.getName() + " is no contract: it must be an interface annotated with @Exercise.");
    }
    return new Contract(type, exercise.id(), exercise.points(), exercise.title());
  }

  /// The simple name of the interface: `JacobianProduct`.
  public String name() {
    return type.getSimpleName();
  }

  /// The name students give their class: `MyJacobianProduct`.
  public String answerName() {
    return "My" + name();
  }

  /// Whether the arguments of a call determine its result.
  public boolean isDetermined() {
    return type.getAnnotation(Exercise.class).determined();
  }
}
