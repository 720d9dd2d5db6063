package longrange.grading.sandbox;

import java.time.Duration;

/// What an answer may use up.
///
/// @param cpu computing time of one test, the JIT compiler and the collector included
/// @param wall time on the clock of one test: the backstop for an answer that sleeps
/// @param compile computing time for compiling one answer
/// @param heap the Java heap, in megabytes
/// @param data all memory of the process that is its own, in megabytes (`RLIMIT_DATA`)
/// @param threads processes and threads together, those of the JVM included (`RLIMIT_NPROC`)
/// @param output bytes written to standard output and standard error together
/// @param frame bytes of one message between an answer and the tests
/// @param depth how deep a value may be nested
public record Limits(
    Duration cpu,
    Duration wall,
    Duration compile,
    int heap,
    int data,
    int threads,
    int output,
    int frame,
    int depth) {
  private static final int MEGABYTE = 1 << 20;

  /// What holds unless an instructor says otherwise. A notebook's `check` gives a test ten seconds
  /// on the clock; here half as much again, since the JIT compiler and the collector count.
  public static Limits standard() {
    return new Limits(
        Duration.ofSeconds(15),
        Duration.ofSeconds(60),
        Duration.ofSeconds(20),
        256,
        768,
        64,
        MEGABYTE,
        8 * MEGABYTE,
        32);
  }

  /// The same with other times for each test.
  public Limits withTimes(Duration cpu, Duration wall) {
    return new Limits(cpu, wall, compile, heap, data, threads, output, frame, depth);
  }
}
