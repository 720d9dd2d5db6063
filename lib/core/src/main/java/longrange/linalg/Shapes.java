package longrange.linalg;

import org.ejml.data.DMatrixRMaj;

/// The one sentence that a wrong shape gets: both shapes, and the rule that they break.
public final class Shapes {
  private Shapes() {}

  /// The shape as it is written everywhere: `(32,8)`.
  public static String of(DMatrixRMaj m) {
    return "(%d,%d)".formatted(m.getNumRows(), m.getNumCols());
  }

  /// Refuses two matrices that do not fit: `x is (32,8) but Wx is (9,64): need x.cols = Wx.rows`.
  public static void need(
      boolean fits, String a, DMatrixRMaj ma, String b, DMatrixRMaj mb, String rule) {
    if (!fits) {
      throw new IllegalArgumentException(
          "%s is %s but %s is %s: need %s".formatted(a, of(ma), b, of(mb), rule));
    }
  }

  /// Refuses one matrix of another shape: `s0 is (2,4): need (1,4)`.
  public static void need(String a, DMatrixRMaj ma, int rows, int cols) {
    if (ma.getNumRows() != rows || ma.getNumCols() != cols) {
      throw new IllegalArgumentException("%s is %s: need (%d,%d)".formatted(a, of(ma), rows, cols));
    }
  }
}
