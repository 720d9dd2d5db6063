package longrange.training;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/// The norm of a gradient, all its matrices taken as one long vector.
public final class GlobalNorm {
  private GlobalNorm() {}

  /// The Euclidean norm over all entries of all matrices; no number when one of them is none.
  public static double of(List<DMatrixRMaj> gradients) {
    return Math.sqrt(
        gradients.stream().mapToDouble(g -> Math.pow(NormOps_DDRM.fastNormF(g), 2)).sum());
  }

  /// Scales a gradient that is longer than the limit down to it, and keeps its direction (Pascanu
  /// et al. 2013, algorithm 1).
  ///
  /// @param gradients scaled in place
  /// @return the norm before
  public static double clip(List<DMatrixRMaj> gradients, double limit) {
    double norm = of(gradients);
    if (norm > limit) {
      gradients.forEach(g -> CommonOps_DDRM.scale(limit / norm, g));
    }
    return norm;
  }
}
