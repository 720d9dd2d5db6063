package longrange.grading;

import java.util.Arrays;
import java.util.Optional;

/// Finds the student's line in a stack trace.
///
/// @param loader defines the student's classes; theirs are the frames of interest
/// @param places says where such a frame stands
record Frames(ClassLoader loader, Places places) {

  /// The innermost frame of the student's code that the grader's call led to: `MyX.step, line 12`.
  ///
  /// A frame without a line stands where a kernel put a call of its own before the method's first.
  Optional<String> students(Throwable thrown, String grader) {
    return Arrays.stream(thrown.getStackTrace())
        .takeWhile(frame -> !frame.getClassName().equals(grader))
        .filter(frame -> frame.getLineNumber() > 0 && isStudents(frame))
        .findFirst()
        .map(this::name);
  }

  private boolean isStudents(StackTraceElement frame) {
    try {
      return loader.equals(Class.forName(frame.getClassName(), false, loader).getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private String name(StackTraceElement frame) {
    String type = Rules.simple(frame.getClassName());
    String method = frame.getMethodName();
    String call =
        switch (method) {
          case "<init>" -> "new " + type;
          case "<clinit>" -> "the static fields of " + type;
          // A lambda's body is named after the method it stands in.
          default -> type + "." + method.replaceAll("^lambda\\$(\\w+)\\$\\d+$", "$1");
        };
    String place = places.of(frame);
    return place.isEmpty() ? call : call + ", " + place;
  }
}
