package longrange.autodiff;

import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;

/// Layer normalisation (Ba et al. 2016, equation 4, without its gain and bias): each row by itself
/// is brought to mean 0 and variance 1.
///
/// `y = (a - μ) / s` with `s = √(v + ε)`, where μ and v are the mean and the variance of the row's
/// n entries (the biased one, divided by n). Differentiated, `da_j` moves y_i directly, through μ
/// and through s:
///
/// `∂y_i/∂a_j = (δ_ij - 1/n - y_i y_j / n) / s`.
///
/// This is `1/s` times a projection when ε = 0: the directions `1` and `y` are lost, for neither a
/// shift nor a stretch of a row changes y, and all others keep their length. So the rank is n - 2.
/// With ε > 0 a stretch does change y a little: in the direction of y the singular value is `ε / (v
/// + ε)^(3/2)`, and the rank is n - 1.
public final class LayerNorm {
  private LayerNorm() {}

  /// The normalised rows, on the tape.
  ///
  /// @param a (B,n)
  /// @param epsilon ε, at least 0; with 0 a constant row has no normal form, and gives NaN
  public static Var of(Var a, double epsilon) {
    DMatrixRMaj y = value(a.value(), epsilon);
    return a.tape().record(y, dY -> a.accumulate(() -> pullBack(dY, a.value(), y, epsilon)));
  }

  /// The normalised rows, (B,n).
  ///
  /// @param a (B,n). Not modified.
  public static DMatrixRMaj value(DMatrixRMaj a, double epsilon) {
    int n = a.getNumCols();
    DMatrixRMaj y = new DMatrixRMaj(a.getNumRows(), n);
    for (int row = 0; row < y.numRows; row++) {
      double mean = mean(a, row);
      double s = Math.sqrt(variance(a, row) + epsilon);
      for (int i = row * n; i < (row + 1) * n; i++) {
        y.data[i] = (a.data[i] - mean) / s;
      }
    }
    return y;
  }

  /// The adjoint of a, (B,n): `da = (dY - mean(dY) - y mean(dY ∘ y)) / s`, row by row.
  ///
  /// @param dY the adjoint of y, (B,n). Not modified.
  /// @param a (B,n). Not modified.
  /// @param y what [#value] made of a. Not modified.
  public static DMatrixRMaj pullBack(DMatrixRMaj dY, DMatrixRMaj a, DMatrixRMaj y, double epsilon) {
    int n = a.getNumCols();
    DMatrixRMaj dA = new DMatrixRMaj(a.getNumRows(), n);
    for (int row = 0; row < dA.numRows; row++) {
      double s = Math.sqrt(variance(a, row) + epsilon);
      double mean = mean(dY, row);
      double along = 0;
      for (int i = row * n; i < (row + 1) * n; i++) {
        along += dY.data[i] * y.data[i] / n;
      }
      for (int i = row * n; i < (row + 1) * n; i++) {
        dA.data[i] = (dY.data[i] - mean - y.data[i] * along) / s;
      }
    }
    return dA;
  }

  /// The Jacobian of one row by its closed form, (n,n). It is symmetric.
  ///
  /// @param a (1,n). Not modified.
  public static DMatrixRMaj jacobian(DMatrixRMaj a, double epsilon) {
    int n = a.getNumCols();
    Shapes.need("a", a, 1, n);
    DMatrixRMaj y = value(a, epsilon);
    double s = Math.sqrt(variance(a, 0) + epsilon);
    DMatrixRMaj jacobian = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        jacobian.set(i, j, ((i == j ? 1 : 0) - (1 + y.get(i) * y.get(j)) / n) / s);
      }
    }
    return jacobian;
  }

  private static double mean(DMatrixRMaj a, int row) {
    double sum = 0;
    for (int j = 0; j < a.numCols; j++) {
      sum += a.get(row, j);
    }
    return sum / a.numCols;
  }

  private static double variance(DMatrixRMaj a, int row) {
    double mean = mean(a, row);
    double sum = 0;
    for (int j = 0; j < a.numCols; j++) {
      sum += (a.get(row, j) - mean) * (a.get(row, j) - mean);
    }
    return sum / a.numCols;
  }
}
