package longrange.tasks;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// The nonlinear moving average of order ten (Atiya and Parlos 2000, with the constants that the
/// literature on reservoirs has made the standard): read u, answer y.
///
/// `y(t+1) = 0.3 y(t) + 0.05 y(t) Σᵢ₌₀…₉ y(t-i) + 1.5 u(t-9) u(t) + 0.1`, with u uniform in
/// [0,0.5). All is 0 before the first step, so the answers follow from the inputs exactly.
///
/// The recurrence has no stationary state: above 1 it runs away. Of series of 2,000 steps about one
/// in a hundred does (178 of 20,000 were seen to). Here a series that passes 1 is drawn again.
///
/// @param length T, the steps of a series, more than the washout
public record Narma10(int length) implements SeriesTask {
  private static final int ORDER = 10;
  private static final double NO_RETURN = 1;

  public Narma10 {
    SeriesTask.needLength(length);
  }

  @Override
  public SeriesTask ofLength(int other) {
    return new Narma10(other);
  }

  @Override
  public DMatrixRMaj series(RandomGenerator random) {
    while (true) {
      double[] u = random.doubles(length, 0, 0.5).toArray();
      double[] y = new double[length + 1];
      boolean bounded = true;
      for (int t = 0; t < length && bounded; t++) {
        y[t + 1] = next(y, u, t);
        bounded = y[t + 1] < NO_RETURN;
      }
      if (bounded) {
        // u(t) beside y(t+1)
        DMatrixRMaj asked = Matrices.column(Arrays.copyOfRange(y, 1, length + 1));
        return CommonOps_DDRM.concatColumns(Matrices.column(u), asked, null);
      }
    }
  }

  /// y(t+1), with 0 for all that stands before the beginning.
  private static double next(double[] y, double[] u, int t) {
    double sum = 0;
    for (int i = Math.max(0, t - ORDER + 1); i <= t; i++) {
      sum += y[i];
    }
    double oldest = t < ORDER - 1 ? 0 : u[t - ORDER + 1];
    return 0.3 * y[t] + 0.05 * y[t] * sum + 1.5 * oldest * u[t] + 0.1;
  }
}
