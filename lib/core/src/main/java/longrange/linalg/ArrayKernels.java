package longrange.linalg;

import java.util.Optional;
import longrange.linalg.kernels.Backend;
import org.ejml.data.DMatrixRMaj;

/// Products by a backend, which wants large matrices: small ones go to the reference.
///
/// @param backend computes
record ArrayKernels(Backend backend) implements Kernels {
  /// For products that are too small to be laid out first.
  private static final Kernels SMALL = new EjmlKernels();

  /// The multiplications from which on the backend is faster: 12 x 12 by 12 x 12 takes the
  /// reference 905 ns and the Vector API 818 (`./course bench Product`).
  private static final int LARGE = 1700;

  @Override
  public String name() {
    return backend.name();
  }

  @Override
  public DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
    return isSmall(a, b.numCols) ? SMALL.times(a, b) : backend.times(a, false, b, false);
  }

  @Override
  public DMatrixRMaj timesTransposed(DMatrixRMaj a, DMatrixRMaj b) {
    return isSmall(a, b.numRows) ? SMALL.timesTransposed(a, b) : backend.times(a, false, b, true);
  }

  @Override
  public DMatrixRMaj transposedTimes(DMatrixRMaj a, DMatrixRMaj b) {
    return isSmall(a, b.numCols) ? SMALL.transposedTimes(a, b) : backend.times(a, true, b, false);
  }

  private static boolean isSmall(DMatrixRMaj a, int others) {
    return (long) a.getNumElements() * others < LARGE;
  }

  @Override
  public Optional<Backend> fusing() {
    return Optional.of(backend);
  }
}
