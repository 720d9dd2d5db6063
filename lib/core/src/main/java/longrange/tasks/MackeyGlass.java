package longrange.tasks;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import longrange.linalg.Matrices;
import longrange.linalg.Need;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// A chaotic series from delayed feedback: read x, answer what it will be `horizon` later (Mackey
/// and Glass 1977; the usual test of reservoirs since Jaeger 2001, with a horizon of 84).
///
/// `x'(t) = 0.2 x(t-17) / (1 + x(t-17)¹⁰) - 0.1 x(t)`, one value per unit of time. Each series
/// starts from a constant past near 1.2 and settles for 500 to 1,000 units, a random time, so that
/// series differ in phase. Jaeger shifts and squashes the values; here they stay as they are.
///
/// The equation holds no chance, so the floor is 0. But errors grow, and the further the horizon
/// the sharper must x be known.
///
/// @param length T, the steps of a series, more than the washout
/// @param horizon how many units ahead is asked, at least 1
public record MackeyGlass(int length, int horizon) implements SeriesTask {
  private static final double FEEDBACK = 0.2;
  private static final double DECAY = 0.1;
  private static final int DELAY = 17;

  /// Steps of the integration in a unit of time. Finer ones change a value by less than 1e-4 within
  /// 100 units; beyond, chaos makes any error large.
  private static final int PARTS = 10;

  private static final int SETTLING = 500;

  public MackeyGlass {
    SeriesTask.needLength(length);
    Need.that(horizon >= 1, "horizon", horizon, "at least 1");
  }

  @Override
  public SeriesTask ofLength(int other) {
    return new MackeyGlass(other, horizon);
  }

  @Override
  public DMatrixRMaj series(RandomGenerator random) {
    double past = random.nextDouble(1.1, 1.3);
    int settling = random.nextInt(SETTLING, 2 * SETTLING);
    double[] x = solution(past, settling + length + horizon, PARTS);
    return CommonOps_DDRM.concatColumns(part(x, settling), part(x, settling + horizon), null);
  }

  private DMatrixRMaj part(double[] x, int from) {
    return Matrices.column(Arrays.copyOfRange(x, from, from + length));
  }

  /// The solution at the times 0, 1, … `units - 1`, by the classical Runge-Kutta method.
  ///
  /// @param past x(t) for all t ≤ 0
  /// @param parts the steps of a unit of time
  static double[] solution(double past, int units, int parts) {
    int delay = DELAY * parts;
    double[] x = new double[delay + units * parts + 1];
    Arrays.fill(x, 0, delay + 1, past);
    double h = 1.0 / parts;
    for (int i = delay; i < x.length - 1; i++) {
      double before = feedback(x[i - delay]);
      double after = feedback(x[i - delay + 1]);
      // Half a step is between two values of the grid: the mean errs by h²/8 of the curvature.
      double between = feedback((x[i - delay] + x[i - delay + 1]) / 2);
      double k1 = before - DECAY * x[i];
      double k2 = between - DECAY * (x[i] + h / 2 * k1);
      double k3 = between - DECAY * (x[i] + h / 2 * k2);
      double k4 = after - DECAY * (x[i] + h * k3);
      x[i + 1] = x[i] + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
    }
    double[] atUnits = new double[units];
    for (int t = 0; t < units; t++) {
      atUnits[t] = x[delay + t * parts];
    }
    return atUnits;
  }

  private static double feedback(double delayed) {
    double squared = delayed * delayed;
    double fourth = squared * squared;
    return FEEDBACK * delayed / (1 + fourth * fourth * squared);
  }
}
