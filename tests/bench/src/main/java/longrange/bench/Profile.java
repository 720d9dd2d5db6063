package longrange.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import longrange.linalg.Kernels;
import longrange.linalg.kernels.Precision;

/// How near to the machine's limit a training step is, and what of it is not in the products.
final class Profile {
  private Profile() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    out.println(Machine.described() + ", kernels " + Kernels.chosen().name());
    double single = Peak.single();
    double doubled = Peak.doubled();
    out.printf(
        Locale.ROOT,
        "limit of one thread: %.0f GFLOP/s in single precision, %.0f in double%n%n",
        single,
        doubled);
    out.println(
        "| step | precision | H | ms | in sweeps | GFLOP/s of its products | share of the limit |");
    out.println("|---|---|---|---|---|---|---|");
    Against.works()
        .filter(work -> work.kind().equals("step") && work.threads() == 1)
        .forEach(work -> line(out, work, work.precision() == Precision.SINGLE ? single : doubled));
  }

  private static void line(PrintStream out, Work work, double limit) {
    StepTask task = new StepTask(work);
    double operations = operations(work);
    double whole = Rate.best(operations, task::run);
    double sweeps = Rate.best(operations, task::sweep);
    out.printf(
        Locale.ROOT,
        "| %s T=%d | %s | %d | %.2f | %.0f %% | %.1f | %.0f %% |%n",
        work.cell(),
        work.steps(),
        work.precision().name().toLowerCase(Locale.ROOT),
        work.units(),
        operations / whole / 1e6,
        100 * whole / sweeps,
        whole,
        100 * whole / limit);
  }

  /// Of the products of a step: each weight is used three times, forward, back and for its
  /// gradient, with two operations each. What comes on top counts as nothing.
  static double operations(Work work) {
    int blocks =
        switch (work.cell()) {
          case "lstm" -> 4;
          case "gru" -> 3;
          default -> 1;
        };
    double weights = (double) blocks * work.units() * (work.units() + 2);
    return 3 * 2 * weights * work.batch() * work.steps();
  }
}
