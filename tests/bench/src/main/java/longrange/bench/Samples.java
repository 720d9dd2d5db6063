package longrange.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingStream;

/// What a work spends its time with, by looking again and again what runs: the flight recorder does
/// so without waiting for a place where Java would stop anyway, which in these loops is never where
/// the time goes.
///
/// Java must have been started with `-XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints`, else
/// a look at inlined code finds the method round it.
final class Samples {
  private static final Duration PERIOD = Duration.ofMillis(10);
  private static final String OURS = "longrange.";

  /// What the time goes to.
  enum Part {
    /// Tiles, and rows times columns.
    PRODUCTS,
    /// What units do by themselves: activations, gates, and their adjoints.
    GATES,
    /// Copies into the layout that products and gates want, and out of it.
    LAYOUT,
    /// The tape, the loss, clipping, the update rule; for a probe the norms.
    REST
  }

  static final Map<String, Part> CLASSES =
      Map.ofEntries(
          Map.entry("VectorTiles", Part.PRODUCTS),
          Map.entry("VectorArithmetic$Panels", Part.PRODUCTS),
          Map.entry("RowArithmetic$Rows", Part.PRODUCTS),
          Map.entry("EjmlKernels", Part.PRODUCTS),
          Map.entry("VectorExp", Part.GATES),
          Map.entry("VectorLstm", Part.GATES),
          Map.entry("VectorGru", Part.GATES),
          Map.entry("VectorRnn", Part.GATES),
          Map.entry("RowExp", Part.GATES),
          Map.entry("Exp", Part.GATES),
          Map.entry("Tiny", Part.GATES),
          Map.entry("RowLstm", Part.GATES),
          Map.entry("RowGru", Part.GATES),
          Map.entry("RowRnn", Part.GATES),
          Map.entry("Lines", Part.LAYOUT),
          Map.entry("PaddedWeights", Part.LAYOUT),
          Map.entry("Sequence", Part.LAYOUT),
          Map.entry("Sequence$Sweep", Part.LAYOUT),
          Map.entry("Copies", Part.LAYOUT));

  /// They hold products, and copies.
  static final Set<String> ARITHMETIC = Set.of("VectorArithmetic", "RowArithmetic");

  static final Set<String> LAYOUT_METHODS = Set.of("copy", "fill", "packed");

  private final Map<Part, Integer> counts = new EnumMap<>(Part.class);

  private Samples() {}

  /// Looks at a work that is done again and again.
  static Samples of(Runnable work, Duration time) {
    Samples samples = new Samples();
    try (RecordingStream stream = new RecordingStream()) {
      stream.enable("jdk.ExecutionSample").withPeriod(PERIOD);
      stream.onEvent("jdk.ExecutionSample", samples::count);
      stream.startAsync();
      long end = System.nanoTime() + time.toNanos();
      while (System.nanoTime() < end) {
        work.run();
      }
      stream.stop();
    }
    return samples;
  }

  private synchronized void count(RecordedEvent event) {
    if (event.getStackTrace() == null) {
      return;
    }
    event.getStackTrace().getFrames().stream()
        .filter(frame -> type(frame).startsWith(OURS))
        .findFirst()
        .ifPresent(
            frame -> counts.merge(part(type(frame), frame.getMethod().getName()), 1, Integer::sum));
  }

  private static String type(RecordedFrame frame) {
    return frame.getMethod().getType().getName();
  }

  /// By the names of the kernels' classes and methods.
  static Part part(String type, String method) {
    String name = type.substring(type.lastIndexOf('.') + 1).replaceFirst("64|32", "");
    if (ARITHMETIC.contains(name)) {
      return LAYOUT_METHODS.contains(method) ? Part.LAYOUT : Part.PRODUCTS;
    }
    return CLASSES.getOrDefault(name, Part.REST);
  }

  /// The share of a part, of all that was seen to run.
  synchronized double share(Part part) {
    int all = counts.values().stream().mapToInt(n -> n).sum();
    return all == 0 ? Double.NaN : counts.getOrDefault(part, 0) / (double) all;
  }
}
