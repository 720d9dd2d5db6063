package longrange.linalg.kernels;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// A way to compute on arrays, in both precisions.
public final class Backend {
  private final String name;
  private final Arithmetic64 doubles;
  private final Arithmetic32 singles;

  Backend(String name, Arithmetic64 doubles, Arithmetic32 singles) {
    this.name = name;
    this.doubles = doubles;
    this.singles = singles;
  }

  /// `rows` or `vector`.
  public String name() {
    return name;
  }

  /// Runs a cell over a sequence.
  ///
  /// @param weights of the cell. Not modified.
  /// @param inputs T times (B,d), at least one. Not modified.
  /// @param first the state before the first input, (B,n) or `[h | c]`, (B,2n). Not modified.
  /// @param buffers lends what the run and its backward passes need
  public Sequence run(
      Precision precision,
      Wiring wiring,
      Weights weights,
      List<DMatrixRMaj> inputs,
      DMatrixRMaj first,
      Buffers buffers) {
    return switch (precision) {
      case DOUBLE -> Sequence64.run(doubles, wiring, weights, inputs, first, buffers);
      case SINGLE -> Sequence32.run(singles, wiring, weights, inputs, first, buffers);
    };
  }

  /// `op(a) op(b)`, a new matrix, where op transposes or not.
  ///
  /// @param a (m,k), or (k,m) to be transposed. Not modified.
  /// @param b (k,n), or (n,k) to be transposed. Not modified.
  public DMatrixRMaj times(DMatrixRMaj a, boolean aTransposed, DMatrixRMaj b, boolean bTransposed) {
    Block64 left = block(a, aTransposed);
    Block64 right = block(b, bTransposed);
    int rows = aTransposed ? a.numCols : a.numRows;
    int depth = aTransposed ? a.numRows : a.numCols;
    int cols = bTransposed ? b.numRows : b.numCols;
    if (cols == 1 && !aTransposed) {
      double[] column = new double[rows];
      doubles.timesColumn(rows, depth, left, b.data, column);
      return DMatrixRMaj.wrap(rows, 1, column);
    }
    if (cols == 1) {
      // aᵀ b is the row bᵀ a, stood up: so it goes along the rows of a.
      DMatrixRMaj row = times(DMatrixRMaj.wrap(1, depth, b.data), false, a, false);
      return DMatrixRMaj.wrap(rows, 1, row.data);
    }
    int padded = PaddedWeights64.inWhole(doubles.lanes(), cols);
    if (bTransposed || padded != cols) {
      right = laidOut(right, depth, cols, padded);
    }
    double[] product = new double[rows * padded];
    Block64 zeros = Block64.of(new double[padded], 0, 0);
    Block64 c = Block64.of(product, 0, padded);
    doubles.times(rows, depth, padded, left, right, zeros, c);
    return DMatrixRMaj.wrap(rows, cols, padded == cols ? product : narrowed(c, rows, cols));
  }

  private static Block64 block(DMatrixRMaj m, boolean transposed) {
    Block64 block = Block64.of(m.data, 0, m.numCols);
    return transposed ? block.transposed() : block;
  }

  /// A copy with contiguous rows, and zeros in further columns.
  private static Block64 laidOut(Block64 b, int depth, int cols, int padded) {
    double[] copy = new double[depth * padded];
    for (int k = 0; k < depth; k++) {
      Block64 row = b.from(k, 0);
      for (int j = 0; j < cols; j++) {
        copy[k * padded + j] = row.data()[row.at() + j * row.step()];
      }
    }
    return Block64.of(copy, 0, padded);
  }

  private static double[] narrowed(Block64 c, int rows, int cols) {
    double[] narrow = new double[rows * cols];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(c.data(), c.from(i, 0).at(), narrow, i * cols, cols);
    }
    return narrow;
  }
}
