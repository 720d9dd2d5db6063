package longrange.training;

import java.util.List;
import longrange.linalg.Need;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Stochastic gradient descent with momentum (Polyak 1964): `u ← μu + g`, `θ ← θ - αu`.
///
/// Its step is as long as the gradient: a gradient that vanishes is not learned from, and one that
/// explodes throws the parameters far away. Adam hides both, so the lessons on clipping use this.
///
/// @param momentum μ, in [0,1); 0 is plain gradient descent
public record Sgd(double momentum) implements UpdateRule {
  public Sgd {
    Need.that(momentum >= 0 && momentum < 1, "momentum", momentum, "0 ≤ momentum < 1");
  }

  @Override
  public Update of(List<DMatrixRMaj> parameters) {
    List<DMatrixRMaj> velocities = Adam.zerosLike(parameters);
    return (gradients, learningRate) -> {
      for (int i = 0; i < parameters.size(); i++) {
        DMatrixRMaj u = velocities.get(i);
        CommonOps_DDRM.add(momentum, u, 1, gradients.get(i), u);
        CommonOps_DDRM.addEquals(parameters.get(i), -learningRate, u);
      }
    };
  }
}
