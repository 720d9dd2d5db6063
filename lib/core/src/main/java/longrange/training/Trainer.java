package longrange.training;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import longrange.linalg.Cancellation;
import longrange.linalg.Kernels;
import longrange.models.Model;
import longrange.tasks.Batch;

/// Trains a model: draw a batch, sweep back from its loss, clip, update; and tell the listener.
///
/// It asks once per step whether to stop. A stopped training has a history like a finished one,
/// only shorter.
///
/// @param config what is asked for
/// @param listener is told each step
/// @param cancellation asked before each step
/// @param nanoTime a clock in nanoseconds
public record Trainer(
    RunConfig config,
    Consumer<TrainingStep> listener,
    Cancellation cancellation,
    LongSupplier nanoTime) {
  /// Sequences of the last measurement. The standard error of the adding problem's baseline on so
  /// many is 0.005.
  static final int FRESH = 1000;

  /// A trainer that tells nobody, and stops when its thread is interrupted.
  public static Trainer of(RunConfig config) {
    return new Trainer(config, step -> {}, Cancellation.onInterrupt(), System::nanoTime);
  }

  /// The same, telling each step as soon as it is done, on the training's own thread.
  public Trainer telling(Consumer<TrainingStep> other) {
    return new Trainer(config, other, cancellation, nanoTime);
  }

  /// The same, asking before each step whether to stop.
  public Trainer until(Cancellation other) {
    return new Trainer(config, listener, other, nanoTime);
  }

  /// The same with another clock, in nanoseconds.
  public Trainer timedBy(LongSupplier other) {
    return new Trainer(config, listener, cancellation, other);
  }

  /// Trains to the end, or until it is stopped.
  ///
  /// @throws DivergedException when the loss or its gradient is no longer a finite number
  public History run() {
    long start = nanoTime.getAsLong();
    Random random = new Random(config.seed());
    Model model =
        config.model().seeded(config.task().inputSize(), config.task().targetSize(), random);
    UpdateRule.Update update = config.descent().rule().of(model.parameters());
    Shards shards = new Shards(config.truncation(), config.arithmetic());
    List<TrainingStep> steps = new ArrayList<>();
    boolean ended = false;
    while (!ended && steps.size() < config.steps() && !cancellation.now()) {
      Batch batch = config.task().batch(config.batch(), random);
      TrainingStep step = step(update, shards.sweep(model, batch), steps.size() + 1, start);
      steps.add(step);
      listener.accept(step);
      ended = config.end().after(steps);
    }
    double freshLoss = model.loss(config.task().batch(FRESH, random));
    return new History(
        config,
        steps,
        ended || steps.size() == config.steps(),
        model,
        freshLoss,
        Kernels.chosen().name(),
        Runtime.version().toString());
  }

  private TrainingStep step(UpdateRule.Update update, Swept swept, int number, long start) {
    Descent descent = config.descent();
    double rate = descent.learningRate() * descent.schedule().factor(number, config.steps());
    Duration elapsed = Duration.ofNanos(nanoTime.getAsLong() - start);
    return swept.descend(update, rate, descent.clip(), number, elapsed);
  }
}
