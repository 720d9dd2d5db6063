package longrange.kernel;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `%%time` before a cell and `%time` before a line: how long it runs, without its compilation.
public final class Timing {
  private static final Pattern CELL = Pattern.compile("\\s*%%time[ \\t]*(?=\\R|$)");
  private static final Pattern LINE = Pattern.compile("(?m)^([ \\t]*)%time[ \\t]+(.+?)[ \\t]*$");

  private Timing() {}

  /// The cell below its `%%time`, its lines where they were; null if it has none.
  static @Nullable String timedCell(String source) {
    Matcher first = CELL.matcher(source);
    return first.lookingAt()
        ? first.group().replaceAll("[^\\n]", "") + source.substring(first.end())
        : null;
  }

  /// Lines that begin with `%time`, as Java.
  static String withTimedLines(String source) {
    return LINE.matcher(source).replaceAll(line -> Matcher.quoteReplacement(timed(line.group(2))));
  }

  private static String timed(String code) {
    String name = Timing.class.getName();
    return code.endsWith(";") || code.endsWith("}")
        ? "{ long $began = System.nanoTime(); " + code + " " + name + ".tell($began); }"
        : name + ".of(() -> " + code + ")";
  }

  /// Computes and says how long it took. What a line with `%time` becomes.
  public static <T extends @Nullable Object> T of(Callable<T> work) throws Exception {
    long began = System.nanoTime();
    T value = work.call();
    tell(began);
    return value;
  }

  /// A call without a value.
  public interface Action {
    void run() throws Exception;
  }

  /// Does something and says how long it took.
  public static void of(Action work) throws Exception {
    Timing.<@Nullable Void>of(() -> {
      work.run();
      return null;
    });
  }

  /// Says how long it is since `began`, by `System.nanoTime`.
  public static void tell(long began) {
    System.out.println("Time: " + text(System.nanoTime() - began));
  }

  /// With the unit that fits: from nanoseconds to minutes.
  static String text(long nanos) {
    if (nanos < 10_000) {
      return nanos + " ns";
    }
    if (nanos < 10_000_000) {
      return format("%.1f µs", nanos / 1e3);
    }
    if (nanos < 10_000_000_000L) {
      return format("%.1f ms", nanos / 1e6);
    }
    return format("%.1f s", nanos / 1e9);
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
