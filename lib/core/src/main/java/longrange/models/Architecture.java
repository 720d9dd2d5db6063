package longrange.models;

import java.util.random.RandomGenerator;

/// What a model is before it has weights. It is a record: what it prints is what makes it again.
public interface Architecture {
  /// A model with freshly drawn weights.
  ///
  /// @param d the columns of an input
  /// @param m the columns of a target
  Model seeded(int d, int m, RandomGenerator random);
}
