package longrange.kernel.shell;

import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/// The lines of a snippet's class file, which JShell makes of the snippet and a class around it.
///
/// @param wrapper the snippet and that class
/// @param origin where the snippet stands
record WrappedLines(SnippetWrapper wrapper, Origin origin) {

  /// Whether a frame is of this class, or of one in it.
  boolean hold(StackTraceElement frame) {
    String around = wrapper.fullClassName();
    return frame.getLineNumber() > 0
        && (frame.getClassName().equals(around) || frame.getClassName().startsWith(around + "$"));
  }

  /// As in `cell [3], line 2`.
  String place(StackTraceElement frame) {
    int at = 0;
    for (int line = 1; line < frame.getLineNumber(); line++) {
      at = wrapper.wrapped().indexOf('\n', at) + 1;
    }
    return origin.place(origin.line(wrapper.wrappedToSourcePosition(at)));
  }
}
