package longrange.linalg;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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

  /// One column, (n,1).
  public static DMatrixRMaj column(double... entries) {
    return new DMatrixRMaj(entries.length, 1, true, entries);
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
    Shapes.need("the row", row, 1, row.getNumCols());
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

  /// Adds the row b, (1,n), to every row of a, (m,n), in place, and returns a.
  public static DMatrixRMaj plusRow(DMatrixRMaj a, DMatrixRMaj b) {
    Shapes.need("b", b, 1, a.getNumCols());
    for (int i = 0; i < a.getNumElements(); i++) {
      a.data[i] += b.data[i % a.numCols];
    }
    return a;
  }

  /// Multiplies every row of a, (m,n), by the row g, (1,n), entry by entry, in place; returns a.
  public static DMatrixRMaj timesRow(DMatrixRMaj a, DMatrixRMaj g) {
    Shapes.need("g", g, 1, a.getNumCols());
    CommonOps_DDRM.multCols(a, g.data);
    return a;
  }

  /// Independent normal entries of mean 0, (rows,cols).
  ///
  /// A square one of n units with deviation g/√n has gain g: its spectral radius is near g.
  public static DMatrixRMaj gaussian(int rows, int cols, double deviation, RandomGenerator random) {
    return drawn(rows, cols, () -> deviation * random.nextGaussian());
  }

  /// Independent entries, uniform in [-reach,reach), (rows,cols).
  public static DMatrixRMaj uniform(int rows, int cols, double reach, RandomGenerator random) {
    return drawn(rows, cols, () -> random.nextDouble(-reach, reach));
  }

  private static DMatrixRMaj drawn(int rows, int cols, DoubleSupplier entry) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    for (int i = 0; i < m.getNumElements(); i++) {
      m.set(i, entry.getAsDouble());
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
    double[] signs =
        IntStream.range(0, n).mapToDouble(j -> Math.copySign(1, r.get(j, j))).toArray();
    CommonOps_DDRM.multCols(q, signs);
    return q;
  }
}
