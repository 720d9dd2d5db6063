package longrange.notebook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import longrange.training.History;
import longrange.training.RunConfig;
import longrange.training.Trainer;
import longrange.training.TrainingStep;

/// A training one can watch: the loss moves against what is known about it, the time left is said,
/// and an interrupt of the cell ends it with what was reached so far.
final class Training {
  private static final int WINDOW = 25;

  private final RunConfig config;
  private final double solved;
  private final List<TrainingStep> steps = new ArrayList<>();

  private Training(RunConfig config, double solved) {
    this.config = config;
    this.solved = solved;
  }

  /// Trains and shows it.
  ///
  /// @param solved the loss at which the task counts as solved, NaN for none
  static History run(RunConfig config, double solved) {
    Training training = new Training(config, solved);
    boolean interrupted;
    History history;
    try (Live curve = new Live(training.figure("Training begins"))) {
      history =
          Trainer.of(config)
              .telling(step -> {
                training.steps.add(step);
                curve.update(() -> training.figure("Training: " + training.timeLeft()));
              })
              .run();
      // An interrupt would also end the sending of the last picture: it is put off until then.
      interrupted = Thread.interrupted();
      curve.update(() -> training.figure(training.reached(history)).caption(history.toString()));
    }
    if (interrupted) Thread.currentThread().interrupt();
    return history;
  }

  private Figure figure(String title) {
    double baseline = config.task().baseline();
    double top = baseline > 0 ? 2 * baseline : Double.NaN;
    double[] losses = steps.stream().mapToDouble(TrainingStep::loss).toArray();
    Figure figure = Figure.of(title).x("training step", 0, config.steps());
    if (Double.isNaN(top)) {
      figure.y("loss (mean squared error)");
    } else {
      figure.y("loss (mean squared error)", 0, top);
    }
    figure.faint("each batch", 1, losses).line("mean of " + WINDOW, 1, smooth(losses));
    figure.level("without memory " + Numbers.plain(baseline), baseline);
    if (!Double.isNaN(solved)) figure.level("solved " + Numbers.plain(solved), solved);
    return figure;
  }

  private String timeLeft() {
    TrainingStep last = steps.getLast();
    Duration left =
        last.elapsed().multipliedBy(config.steps() - last.step()).dividedBy(last.step());
    return "step %d of %d, about %s left; interrupt the kernel to stop"
        .formatted(last.step(), config.steps(), Durations.say(left));
  }

  private String reached(History history) {
    String loss = Numbers.plain(history.freshLoss());
    String ended = history.finished() ? "After" : "Stopped after";
    double baseline = config.task().baseline();
    String meaning =
        history.freshLoss() <= solved
            ? "below %s, the level of a solved task".formatted(Numbers.plain(solved))
            : history.freshLoss() < 0.9 * baseline
                ? "better than without memory, not solved"
                : "no better than without memory";
    if (Double.isNaN(solved)) meaning = meaning.replace(", not solved", "");
    return "%s %d steps the loss on fresh sequences is %s: %s"
        .formatted(ended, history.steps().size(), loss, meaning);
  }

  /// The mean of the last so many losses, at every step.
  static double[] smooth(double[] losses) {
    double[] smooth = new double[losses.length];
    double sum = 0;
    for (int i = 0; i < losses.length; i++) {
      sum += losses[i];
      if (i >= WINDOW) sum -= losses[i - WINDOW];
      smooth[i] = sum / Math.min(i + 1, WINDOW);
    }
    return smooth;
  }
}
