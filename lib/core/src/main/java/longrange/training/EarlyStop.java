package longrange.training;

import java.util.List;
import longrange.linalg.Need;

/// When a training ends before its last step.
///
/// Every batch is drawn anew, so a step's loss is a loss on fresh data; it scatters, and each rule
/// looks at the mean over a window of steps. A rule is a record: what it prints is what makes it
/// again.
public sealed interface EarlyStop {
  /// Whether the training is over.
  ///
  /// @param steps what was done so far, at least one step
  boolean after(List<TrainingStep> steps);

  /// Never: all steps are made.
  record Never() implements EarlyStop {
    @Override
    public boolean after(List<TrainingStep> steps) {
      return false;
    }
  }

  /// At the first step at which the mean loss of the last `window` steps is below a mark: the task
  /// is solved.
  ///
  /// @param loss the mark
  /// @param window at least 1
  record Below(double loss, int window) implements EarlyStop {
    public Below {
      Need.that(window >= 1, "window", window, "at least 1");
    }

    @Override
    public boolean after(List<TrainingStep> steps) {
      return steps.size() >= window && mean(steps, steps.size(), window) < loss;
    }
  }

  /// At the first step at which a window is no better than the one `patience` windows before: it
  /// has stalled.
  ///
  /// @param window at least 1
  /// @param patience in windows, at least 1
  record Stalled(int window, int patience) implements EarlyStop {
    public Stalled {
      Need.that(window >= 1, "window", window, "at least 1");
      Need.that(patience >= 1, "patience", patience, "at least 1");
    }

    @Override
    public boolean after(List<TrainingStep> steps) {
      int before = steps.size() - patience * window;
      return before >= window && mean(steps, steps.size(), window) >= mean(steps, before, window);
    }
  }

  /// The mean loss of the `window` steps up to step `end`.
  private static double mean(List<TrainingStep> steps, int end, int window) {
    return steps.subList(end - window, end).stream()
        .mapToDouble(TrainingStep::loss)
        .average()
        .orElseThrow();
  }
}
