package longrange.training;

import longrange.linalg.Need;

/// The learning rate over the steps of a training, as a factor of the configured one.
///
/// A schedule is a record: what it prints is what makes it again.
public sealed interface Schedule {
  /// The factor of one step.
  ///
  /// @param step from 1
  /// @param steps how many there will be
  double factor(int step, int steps);

  /// Always the configured rate.
  record Constant() implements Schedule {
    @Override
    public double factor(int step, int steps) {
      return 1;
    }
  }

  /// Rises in a straight line over the first steps, then stays. A post-norm Transformer needs it,
  /// since its last layers' gradients are large at the start (Xiong et al. 2020, section 3).
  ///
  /// @param warmup the step that first has the full rate, at least 1
  record Warmup(int warmup) implements Schedule {
    public Warmup {
      Need.that(warmup >= 1, "warmup", warmup, "at least 1");
    }

    @Override
    public double factor(int step, int steps) {
      return Math.min(1, step / (double) warmup);
    }
  }

  /// Rises in a straight line, then falls as `1/√step` (Vaswani et al. 2017, section 5.3); its
  /// largest factor, at the step `warmup`, is 1.
  ///
  /// @param warmup the step that has the full rate, at least 1
  record InverseSquareRoot(int warmup) implements Schedule {
    public InverseSquareRoot {
      Need.that(warmup >= 1, "warmup", warmup, "at least 1");
    }

    @Override
    public double factor(int step, int steps) {
      return Math.min(step / (double) warmup, Math.sqrt(warmup / (double) step));
    }
  }
}
