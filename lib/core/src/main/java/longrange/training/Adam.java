package longrange.training;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// Adam (Kingma and Ba 2015, algorithm 1), with their constants.
///
/// `m ← β₁m + (1-β₁)g`, `v ← β₂v + (1-β₂)g²`, `θ ← θ - α m̂/(√v̂ + ε)`, where the hats divide by `1
/// - βᵗ`: m and v start at zero, and without it the first steps would be far too small.
final class Adam {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final List<DMatrixRMaj> parameters;
  private final List<DMatrixRMaj> means;
  private final List<DMatrixRMaj> squares;
  private final double learningRate;
  private int t;

  Adam(List<DMatrixRMaj> parameters, double learningRate) {
    this.parameters = parameters;
    this.learningRate = learningRate;
    this.means = zerosLike(parameters);
    this.squares = zerosLike(parameters);
  }

  /// Changes the parameters, in place.
  ///
  /// @param gradients in the order and the shapes of the parameters. Not modified.
  void step(List<DMatrixRMaj> gradients) {
    t++;
    for (int i = 0; i < parameters.size(); i++) {
      update(parameters.get(i), means.get(i), squares.get(i), gradients.get(i));
    }
  }

  private void update(DMatrixRMaj theta, DMatrixRMaj m, DMatrixRMaj v, DMatrixRMaj g) {
    double meanShare = 1 - Math.pow(BETA1, t);
    double squareShare = 1 - Math.pow(BETA2, t);
    for (int i = 0; i < theta.getNumElements(); i++) {
      m.set(i, BETA1 * m.get(i) + (1 - BETA1) * g.get(i));
      v.set(i, BETA2 * v.get(i) + (1 - BETA2) * g.get(i) * g.get(i));
      double step = m.get(i) / meanShare / (Math.sqrt(v.get(i) / squareShare) + EPSILON);
      theta.set(i, theta.get(i) - learningRate * step);
    }
  }

  private static List<DMatrixRMaj> zerosLike(List<DMatrixRMaj> matrices) {
    return matrices.stream().map(m -> new DMatrixRMaj(m.getNumRows(), m.getNumCols())).toList();
  }
}
