package longrange.training;

import java.util.Locale;

/// A training whose loss or gradient is no longer a finite number.
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int step;
  private final double gradientNorm;

  DivergedException(TrainingStep at, double learningRate, double clip) {
    super(
        String.format(
            Locale.ROOT,
            "training diverged at step %d (loss %.3g, gradient norm %.3g):"
                + " lower the learning rate, now %s, or the clipping norm, now %s",
            at.step(),
            at.loss(),
            at.gradientNorm(),
            learningRate,
            clip));
    this.step = at.step();
    this.gradientNorm = at.gradientNorm();
  }

  /// The step that could not be made, from 1.
  public int step() {
    return step;
  }

  /// The norm of its gradient.
  public double gradientNorm() {
    return gradientNorm;
  }
}
