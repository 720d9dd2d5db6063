package longrange.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import longrange.linalg.Kernels;
import longrange.linalg.kernels.Precision;

/// How near to the machine's limit a work is, and what the time goes to that is not in products.
final class Profile {
  private static final Duration LOOK = Duration.ofSeconds(3);

  private static final String HEAD =
      """
      | work | precision | H | T | threads | ms | GFLOP/s | of the limit | time in products | \
      their share of the limit | gates | layout | rest | waiting | sweep beside bare arrays |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  private Profile() {}

  /// Writes the table.
  ///
  /// @param arguments words that a work's line must contain
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    List<Work> works = Against.worksOf(List.of(arguments));
    out.println(Machine.described() + ", kernels " + Contender.chosen());
    double single = Peak.single();
    double doubled = Peak.doubled();
    out.printf(
        Locale.ROOT,
        "limit of one thread: %.0f GFLOP/s in single precision, %.0f in double%n",
        single,
        doubled);
    out.printf(
        Locale.ROOT,
        "subnormal numbers take %.1f times as long as others in single precision, %.1f in"
            + " double%n",
        Subnormal.single(),
        Subnormal.doubled());
    out.printf(
        Locale.ROOT,
        "an operation on the tape, with its part of the sweep, takes %.0f ns beyond its"
            + " arithmetic%n%n",
        beyondArithmetic());
    out.print(HEAD);
    works.forEach(work -> line(out, work, work.precision() == Precision.SINGLE ? single : doubled));
  }

  private static void line(PrintStream out, Work work, double limitOfOne) {
    Task task = Task.of(work);
    double operations = operations(work);
    double rate = Rate.best(operations, work.threads(), task::run);
    double waiting = work.threads() == 1 ? 0 : Rate.idle(work.threads(), task::run);
    Samples samples = Samples.of(task::run, LOOK);
    double limit = limitOfOne * work.threads();
    double inProducts = samples.share(Samples.Part.PRODUCTS) * (1 - waiting);
    boolean counted = work.kind().equals("step");
    List<String> fields = new ArrayList<>();
    fields.add(work.cell() + " " + work.kind());
    fields.add(work.precision().name().toLowerCase(Locale.ROOT));
    fields.add(Integer.toString(work.units()));
    fields.add(Integer.toString(work.steps()));
    fields.add(Integer.toString(work.threads()));
    fields.add(digits(operations / rate / 1e6));
    fields.add(counted ? digits(rate) : "–");
    fields.add(counted ? percent(rate / limit) : "–");
    fields.add(percent(inProducts));
    fields.add(counted && inProducts > 0 ? percent(rate / limit / inProducts) : "–");
    for (Samples.Part part : List.of(Samples.Part.GATES, Samples.Part.LAYOUT, Samples.Part.REST)) {
      fields.add(percent(samples.share(part) * (1 - waiting)));
    }
    fields.add(percent(waiting));
    fields.add(besideBareArrays(work, task));
    out.println("| " + String.join(" | ", fields) + " |");
  }

  /// Of the smallest there are, numbers in matrices of one: in nanoseconds.
  private static double beyondArithmetic() {
    TapeBenchmark chain = new TapeBenchmark();
    chain.n = 1;
    chain.draw();
    return 1 / rate(TapeBenchmark.OPERATIONS, chain::tape)
        - 1 / rate(TapeBenchmark.OPERATIONS, chain::bare);
  }

  /// Operations in a nanosecond, of work that has so many, on one thread.
  private static double rate(double operations, Supplier<?> work) {
    return Rate.best(
        operations,
        1,
        () -> {
          var _ = work.get();
        });
  }

  /// How many times as long loss and gradients take on the tape as without it. Of one thread: the
  /// shards of several are no matter of the tape. EJML's kernels have nothing to call without it.
  private static String besideBareArrays(Work work, Task task) {
    if (!(task instanceof StepTask step)
        || work.threads() > 1
        || Kernels.chosen().fusing().isEmpty()) {
      return "–";
    }
    BareStep bare = new BareStep(step, work.precision());
    double onTape = rate(1, step::sweep);
    return digits(rate(1, bare::sweep) / onTape);
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /// Of the products of a step: each weight is used three times, forward, back and for its
  /// gradient, with two operations each. What comes on top counts as nothing.
  static double operations(Work work) {
    int blocks =
        switch (work.cell()) {
          case "lstm", "lstm-decaying" -> 4;
          case "gru" -> 3;
          default -> 1;
        };
    double weights = (double) blocks * work.units() * (work.units() + 2);
    return 3 * 2 * weights * work.batch() * work.steps();
  }
}
