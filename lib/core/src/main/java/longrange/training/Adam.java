package longrange.training;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import longrange.linalg.Need;
import org.ejml.data.DMatrixRMaj;

/// Adam (Kingma and Ba 2015, algorithm 1).
///
/// `m ← β₁m + (1-β₁)g`, `v ← β₂v + (1-β₂)g²`, `θ ← θ - α m̂/(√v̂ + ε)`. The hats divide by one
/// minus βᵗ: m and v start at zero, and without it the first steps would be far too small.
///
/// @param beta1 β₁, the share of the old mean, in [0,1)
/// @param beta2 β₂, the share of the old mean square, in [0,1)
public record Adam(double beta1, double beta2) implements UpdateRule {
  private static final double EPSILON = 1e-8;

  public Adam {
    Need.that(beta1 >= 0 && beta1 < 1, "beta1", beta1, "0 ≤ beta1 < 1");
    Need.that(beta2 >= 0 && beta2 < 1, "beta2", beta2, "0 ≤ beta2 < 1");
  }

  /// Adam with the constants of the paper, β₁ = 0.9 and β₂ = 0.999.
  public static Adam standard() {
    return new Adam(0.9, 0.999);
  }

  @Override
  public Update of(List<DMatrixRMaj> parameters) {
    List<DMatrixRMaj> means = zerosLike(parameters);
    List<DMatrixRMaj> squares = zerosLike(parameters);
    AtomicInteger steps = new AtomicInteger();
    return (gradients, learningRate) -> {
      int t = steps.incrementAndGet();
      for (int i = 0; i < parameters.size(); i++) {
        DMatrixRMaj g = gradients.get(i);
        update(parameters.get(i), means.get(i), squares.get(i), g, learningRate, t);
      }
    };
  }

  static List<DMatrixRMaj> zerosLike(List<DMatrixRMaj> matrices) {
    return matrices.stream().map(m -> new DMatrixRMaj(m.getNumRows(), m.getNumCols())).toList();
  }

  private void update(
      DMatrixRMaj theta, DMatrixRMaj m, DMatrixRMaj v, DMatrixRMaj g, double learningRate, int t) {
    double meanShare = 1 - Math.pow(beta1, t);
    double squareShare = 1 - Math.pow(beta2, t);
    for (int i = 0; i < theta.getNumElements(); i++) {
      m.set(i, beta1 * m.get(i) + (1 - beta1) * g.get(i));
      v.set(i, beta2 * v.get(i) + (1 - beta2) * g.get(i) * g.get(i));
      double step = m.get(i) / meanShare / (Math.sqrt(v.get(i) / squareShare) + EPSILON);
      theta.set(i, theta.get(i) - learningRate * step);
    }
  }
}
