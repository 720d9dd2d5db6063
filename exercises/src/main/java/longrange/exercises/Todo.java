package longrange.exercises;

/// Thrown by a skeleton where the student's code is to stand. A test that meets it says "not
/// attempted" and gives no points.
public final class Todo extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param what what is to be written, as a sentence
  public Todo(String what) {
    super(what);
  }
}
