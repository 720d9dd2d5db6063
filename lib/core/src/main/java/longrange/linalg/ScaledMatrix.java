package longrange.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// A matrix of any size: `mantissa · 2^exponent`.
///
/// A product of 500 Jacobians may be as small as 1e-400, which a double rounds to 0. Here the
/// largest entry of the mantissa has modulus in [1,2), and the rest of the size is the exponent. A
/// power of two changes no digit, so this is the plain arithmetic with a wider range. Only a matrix
/// that is exactly zero has norm 0; its exponent is 0.
///
/// @param mantissa (m,n)
/// @param exponent of two
public record ScaledMatrix(DMatrixRMaj mantissa, long exponent) {
  private static final double LOG10_OF_2 = Math.log10(2);

  /// The same matrix, with its size moved into the exponent.
  ///
  /// @param m (m,n). Not modified.
  public static ScaledMatrix of(DMatrixRMaj m) {
    return of(m, 0);
  }

  /// `m · 2^exponent`, with its size moved into the exponent.
  ///
  /// @param m (m,n). Not modified.
  public static ScaledMatrix of(DMatrixRMaj m, long exponent) {
    return taking(m.copy(), exponent);
  }

  /// `m · 2^exponent` in the memory of m.
  ///
  /// @param m (m,n), which nobody else may use any more
  public static ScaledMatrix taking(DMatrixRMaj m, long exponent) {
    double largest = largest(m);
    if (!Double.isFinite(largest)) {
      throw new ArithmeticException(
          ("the matrix %s has an entry that is not a finite number:"
                  + " look for an overflow in what it was made from")
              .formatted(Shapes.of(m)));
    }
    if (largest == 0) {
      return new ScaledMatrix(m, 0);
    }
    int shift = Math.getExponent(largest);
    shift(m, -shift);
    // A subnormal number has no exponent of its own: once moved up, it has.
    return largest < Double.MIN_NORMAL
        ? taking(m, exponent + shift)
        : new ScaledMatrix(m, exponent + shift);
  }

  /// The largest modulus; what is not a number is the largest of all, and so is what is infinite.
  private static double largest(DMatrixRMaj m) {
    double largest = 0;
    for (int i = 0; i < m.getNumElements(); i++) {
      largest = Math.max(largest, Math.abs(m.data[i]));
    }
    return largest;
  }

  /// `this · this`.
  public ScaledMatrix squared() {
    return of(Kernels.chosen().times(mantissa, mantissa), 2 * exponent);
  }

  /// Some rows and columns of it; the bounds `to` are exclusive.
  public ScaledMatrix part(int fromRow, int toRow, int fromColumn, int toColumn) {
    DMatrixRMaj part = CommonOps_DDRM.extract(mantissa, fromRow, toRow, fromColumn, toColumn);
    return of(part, exponent);
  }

  /// Whether every entry is zero.
  public boolean isZero() {
    for (int i = 0; i < mantissa.getNumElements(); i++) {
      if (mantissa.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /// The base-10 logarithm of a quantity that was measured on the mantissa and is proportional to
  /// the matrix, such as a norm. It is -∞ for 0.
  public double log10(double measuredOnMantissa) {
    return Math.log10(measuredOnMantissa) + exponent * LOG10_OF_2;
  }

  /// The plain matrix. Entries beyond the range of a double become 0 or infinite.
  public DMatrixRMaj toMatrix() {
    // Beyond ±4000 every double has become 0 or infinite: this only keeps the int in range.
    DMatrixRMaj plain = mantissa.copy();
    shift(plain, Math.clamp(exponent, -4000, 4000));
    return plain;
  }

  private static void shift(DMatrixRMaj m, int by) {
    if (Math.abs(by) <= Double.MAX_EXPONENT - 1) {
      CommonOps_DDRM.scale(Math.scalb(1.0, by), m);
      return;
    }
    for (int i = 0; i < m.getNumElements(); i++) {
      m.set(i, Math.scalb(m.get(i), by));
    }
  }
}
