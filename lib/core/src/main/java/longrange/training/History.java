package longrange.training;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import longrange.models.Model;

/// What became of a training, and all that is needed to run it again.
///
/// @param config what was asked for
/// @param steps what was done: fewer steps than asked for when it was stopped, or ended early
/// @param finished whether it came to its end: otherwise it was stopped
/// @param model as it is after the last step
/// @param freshLoss the loss on sequences that were drawn after the last step
/// @param kernels the name of the arithmetic
/// @param jdk the version of the Java runtime
public record History(
    RunConfig config,
    List<TrainingStep> steps,
    boolean finished,
    Model model,
    double freshLoss,
    String kernels,
    String jdk) {
  public History {
    steps = List.copyOf(steps);
  }

  /// The loss of every step, in order.
  public double[] losses() {
    return steps.stream().mapToDouble(TrainingStep::loss).toArray();
  }

  /// How long it took.
  public Duration elapsed() {
    return steps.isEmpty() ? Duration.ZERO : steps.getLast().elapsed();
  }

  /// Three lines: the configuration, the machine's part, what was reached.
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s%nkernels %s, JDK %s%n%s after %d of %d steps in %.1f s: loss %.4f on %d fresh"
            + " sequences, %.4f without memory",
        config,
        kernels,
        jdk,
        finished ? "finished" : "stopped",
        steps.size(),
        config.steps(),
        elapsed().toMillis() / 1000.0,
        freshLoss,
        Trainer.FRESH,
        config.task().baseline());
  }
}
