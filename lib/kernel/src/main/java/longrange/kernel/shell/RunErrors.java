package longrange.kernel.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import org.jspecify.annotations.Nullable;

/// An exception of a cell: its own name, the student's frames only, each with its line.
final class RunErrors {
  /// JShell's name for the class round a snippet.
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]?");

  private static final int MAX_FRAMES = 12;
  private final Function<String, @Nullable Origin> origins;

  /// @param origins finds a snippet's place by its id
  RunErrors(Function<String, @Nullable Origin> origins) {
    this.origins = origins;
  }

  CellFailure failure(EvalException error, @Nullable Throwable thrown, String situation) {
    String name = name(error.getExceptionClassName());
    List<String> lines = new ArrayList<>();
    lines.add(Colour.RED.paint(situation + head(error)));
    lines.addAll(frames(error));
    for (Throwable cause = error.getCause();
        cause instanceof EvalException inner;
        cause = inner.getCause()) {
      lines.add(Colour.RED.paint("Caused by " + head(inner)));
      lines.addAll(frames(inner));
    }
    Hints.of(thrown).ifPresent(hint -> lines.add(Colour.BOLD.paint(hint)));
    String message = error.getMessage() == null ? "" : error.getMessage();
    return new CellFailure(name.substring(name.lastIndexOf('.') + 1), message, lines, thrown);
  }

  /// An error for whose frames there was no memory or no stack left.
  static CellFailure unplaced(Throwable thrown) {
    List<String> lines = new ArrayList<>(List.of(Colour.RED.paint(thrown.toString())));
    Hints.of(thrown).ifPresent(hint -> lines.add(Colour.BOLD.paint(hint)));
    String message = String.valueOf(thrown.getMessage());
    return new CellFailure(thrown.getClass().getSimpleName(), message, lines, thrown);
  }

  private static String name(String className) {
    return WRAPPER.matcher(className).replaceAll("").replace('$', '.');
  }

  private static String head(EvalException error) {
    String name = name(error.getExceptionClassName());
    return error.getMessage() == null ? name : name + ": " + error.getMessage();
  }

  private List<String> frames(EvalException error) {
    List<String> lines = new ArrayList<>();
    List<StackTraceElement> own =
        Arrays.stream(error.getStackTrace())
            .filter(frame -> origin(frame) != null && !frame.getMethodName().startsWith("do_it$"))
            .toList();
    int at = 0;
    for (int shown = 0; at < own.size() && shown < MAX_FRAMES; shown++) {
      lines.addAll(describe(own.get(at)));
      int next = at + 1;
      while (next < own.size() && own.get(next).equals(own.get(at))) {
        next++;
      }
      lines.addAll(more(next - at - 1, "  … the same call %,d times more"));
      at = next;
    }
    lines.addAll(more(own.size() - at, "  … and %,d calls more"));
    return lines;
  }

  private static List<String> more(int count, String words) {
    return count == 0 ? List.of() : List.of(String.format(Locale.ROOT, words, count));
  }

  private @Nullable Origin origin(StackTraceElement frame) {
    String file = frame.getFileName();
    return file != null && file.startsWith("#") ? origins.apply(file.substring(1)) : null;
  }

  private List<String> describe(StackTraceElement frame) {
    Origin origin = origin(frame);
    if (origin == null) {
      return List.of();
    }
    int line = origin.line(0) + frame.getLineNumber() - 1;
    return List.of(
        "  at " + method(frame) + origin.place(line),
        Colour.BOLD.paint(String.format(Locale.ROOT, "---> %d | ", line)) + origin.text(line));
  }

  private static String method(StackTraceElement frame) {
    String method = frame.getMethodName();
    String type = frame.getClassName().replace('$', '.');
    if (method.isEmpty()) {
      return "";
    }
    if (method.startsWith("lambda$")) {
      return "a lambda, ";
    }
    String named =
        method.equals("<init>") ? "new " + type : type.isEmpty() ? method : type + "." + method;
    return named + ", ";
  }
}
