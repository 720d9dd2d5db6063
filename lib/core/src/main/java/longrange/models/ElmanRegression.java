package longrange.models;

import java.util.random.RandomGenerator;
import longrange.cells.Rnn;
import longrange.linalg.Matrices;

/// An Elman network whose last state is read out by a linear map.
///
/// It starts with an orthogonal W (see [Rnn#seeded]) and a readout of deviation 1/√n.
///
/// @param units n, the number of hidden units
public record ElmanRegression(int units) implements Architecture {
  @Override
  public LastStateRegression seeded(int d, int m, RandomGenerator random) {
    Rnn rnn = Rnn.seeded(d, units, random);
    return new LastStateRegression(
        rnn,
        Matrices.gaussian(units, m, 1 / Math.sqrt(units), random),
        Matrices.row(new double[m]));
  }
}
