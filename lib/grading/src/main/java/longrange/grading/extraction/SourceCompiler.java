package longrange.grading.extraction;

import java.util.List;
import java.util.Map;

/// Compiles one text, in this process or elsewhere.
@FunctionalInterface
public interface SourceCompiler {
  /// What came of it.
  ///
  /// @param classes class files by binary name; empty unless there is no complaint
  /// @param complaints the errors
  record Result(Map<String, byte[]> classes, List<Complaint> complaints) {
    boolean succeeded() {
      return complaints.isEmpty();
    }
  }

  /// One error, as the compiler tells it. Lines and columns count from 1, offsets from 0.
  record Complaint(String code, long line, long column, long start, long end, String message) {}

  /// The compiler did not come to an end. The message is for the author of the text.
  final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what was too much, in a sentence
    public Stopped(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /// The compiler could not do its part, through no fault of the text.
  final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message why, in a sentence
    public Unavailable(String message) {
      super(message);
    }
  }

  /// Compiles a text.
  ///
  /// @param className the class that it declares
  /// @throws Stopped when the compiler gives up
  /// @throws Unavailable when this machine does
  Result compile(String className, String text, String classPath);

  /// The JDK's compiler, in this process.
  static SourceCompiler here() {
    return Javac::compile;
  }
}
