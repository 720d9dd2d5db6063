package longrange.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// The reference: EJML's own products, on one thread.
final class EjmlKernels implements Kernels {
  @Override
  public String name() {
    return "ejml";
  }

  @Override
  public DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
    return CommonOps_DDRM.mult(a, b, null);
  }

  @Override
  public DMatrixRMaj timesTransposed(DMatrixRMaj a, DMatrixRMaj b) {
    return CommonOps_DDRM.multTransB(a, b, null);
  }

  @Override
  public DMatrixRMaj transposedTimes(DMatrixRMaj a, DMatrixRMaj b) {
    return CommonOps_DDRM.multTransA(a, b, null);
  }
}
