package longrange.linalg;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/// The matrices that experiments start from.
///
/// Random ones take their generator as an argument. Pass `new Random(seed)`: the numbers of
/// `java.util.Random` are specified to the last bit, on every JDK.
public final class Matrices {
  private Matrices() {}

  /// A matrix from its rows: `Matrices.of(new double[][] {{3, 3}, {-3, -3}})`.
  public static DMatrixRMaj of(double[][] rows) {
    return new DMatrixRMaj(rows);
  }

  /// One row, (1,n): a state, an input or a bias.
  public static DMatrixRMaj row(double... entries) {
    return new DMatrixRMaj(1, entries.length, true, entries);
  }

  /// A square matrix with these entries on its diagonal and 0 elsewhere.
  public static DMatrixRMaj diagonal(double... entries) {
    return CommonOps_DDRM.diag(entries);
  }

  /// The product in the order written: `product(d2, w, d1, w)` is `D₂ W D₁ W`.
  ///
  /// @param factors at least one, each with as many columns as the next has rows. Not modified.
  public static DMatrixRMaj product(DMatrixRMaj... factors) {
    return Arrays.stream(factors).reduce(Kernels.chosen()::times).orElseThrow();
  }

  /// The same row m times, (m,n): one sequence as a batch.
  ///
  /// @param row (1,n). Not modified.
  public static DMatrixRMaj repeated(DMatrixRMaj row, int m) {
    DMatrixRMaj repeated = new DMatrixRMaj(m, row.getNumCols());
    for (int i = 0; i < m; i++) {
      CommonOps_DDRM.insert(row, repeated, i, 0);
    }
    return repeated;
  }

  /// The columns from one index up to, but not with, another: a copy.
  ///
  /// @param m (rows,cols). Not modified.
  public static DMatrixRMaj columns(DMatrixRMaj m, int from, int to) {
    return CommonOps_DDRM.extract(m, 0, m.getNumRows(), from, to);
  }

  /// Independent normal entries of mean 0, (rows,cols).
  ///
  /// A square one of n units with deviation g/√n has gain g: its spectral radius is near g.
  public static DMatrixRMaj gaussian(int rows, int cols, double deviation, RandomGenerator random) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    for (int i = 0; i < m.getNumElements(); i++) {
      m.set(i, deviation * random.nextGaussian());
    }
    return m;
  }

  /// Independent entries, uniform in [-reach,reach), (rows,cols).
  public static DMatrixRMaj uniform(int rows, int cols, double reach, RandomGenerator random) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    for (int i = 0; i < m.getNumElements(); i++) {
      m.set(i, random.nextDouble(-reach, reach));
    }
    return m;
  }

  /// An orthogonal matrix, (n,n), drawn uniformly from all of them.
  ///
  /// It is the Q of a Gaussian matrix, each column times the sign of its diagonal entry of R.
  /// Without these signs the draw follows the QR algorithm's habits (Mezzadri 2007, section 5).
  public static DMatrixRMaj orthogonal(int n, RandomGenerator random) {
    var qr = DecompositionFactory_DDRM.qr(n, n);
    qr.decompose(gaussian(n, n, 1, random));
    DMatrixRMaj q = qr.getQ(null, false);
    DMatrixRMaj r = qr.getR(null, false);
    for (int j = 0; j < n; j++) {
      double sign = Math.copySign(1, r.get(j, j));
      for (int i = 0; i < n; i++) {
        q.set(i, j, sign * q.get(i, j));
      }
    }
    return q;
  }
}
