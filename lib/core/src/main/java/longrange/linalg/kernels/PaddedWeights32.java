// Generated from PaddedWeights64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/// A cell's weights in one matrix `[Wh ; Wx]`, in which units and inputs are padded with zeros to
/// whole lanes.
///
/// @param wiring which blocks there are
/// @param units n, as it is
/// @param inputs d, as it is
/// @param padded n, in whole lanes
/// @param w (padded + d in whole lanes, blocks · padded)
/// @param bias (1, blocks · padded)
@SuppressWarnings("ArrayRecordComponent") // it is a place, and never compared
record PaddedWeights32(
    Wiring wiring, int units, int inputs, int padded, float[] w, float[] bias) {

  static PaddedWeights32 of(Wiring wiring, Weights weights, int lanes, Buffers buffers) {
    int n = weights.wh().numRows;
    int d = weights.wx().numRows;
    int padded = inWhole(lanes, n);
    int cols = wiring.blocks * padded;
    float[] w = buffers.lend32((padded + inWhole(lanes, d)) * cols);
    float[] bias = buffers.lend32(cols);
    Arrays.fill(w, 0);
    Arrays.fill(bias, 0);
    PaddedWeights32 all = new PaddedWeights32(wiring, n, d, padded, w, bias);
    for (int i = 0; i < n; i++) {
      all.rowIn(weights.wh(), i, 0, w, i * cols);
    }
    for (int i = 0; i < d; i++) {
      all.rowIn(weights.wx(), i, wiring.inputFrom, w, (padded + i) * cols);
    }
    all.rowIn(weights.b(), 0, wiring.inputFrom, bias, 0);
    return all;
  }

  static int inWhole(int lanes, int n) {
    return (n + lanes - 1) / lanes * lanes;
  }

  /// The columns of w.
  int cols() {
    return wiring.blocks * padded;
  }

  /// `[Wh ; Wx]` from a row and a block on.
  Block32 from(int row, int block) {
    return Block32.of(w, row * cols() + block * padded, cols());
  }

  /// A gradient in this layout with one more row, the bias's, and perhaps some of zeros, as
  /// adjoints of the weights.
  ///
  /// @param g (padded + d + 1 or more, blocks · padded). Not modified.
  Weights unpadded(float[] g) {
    DMatrixRMaj wh = new DMatrixRMaj(units, wiring.stateTo * units);
    int inputBlocks = wiring.blocks - wiring.inputFrom;
    DMatrixRMaj wx = new DMatrixRMaj(inputs, inputBlocks * units);
    DMatrixRMaj b = new DMatrixRMaj(1, inputBlocks * units);
    for (int i = 0; i < units; i++) {
      rowOut(g, i * cols(), wh, i, 0);
    }
    for (int i = 0; i < inputs; i++) {
      rowOut(g, (padded + i) * cols(), wx, i, wiring.inputFrom);
    }
    rowOut(g, (padded + inputs) * cols(), b, 0, wiring.inputFrom);
    return new Weights(wx, wh, b);
  }

  private void rowIn(DMatrixRMaj m, int row, int firstBlock, float[] to, int at) {
    for (int block = 0; block < m.numCols / units; block++) {
      Copies.in(m, row, block * units, units, to, at + (firstBlock + block) * padded);
    }
  }

  private void rowOut(float[] from, int at, DMatrixRMaj m, int row, int firstBlock) {
    for (int block = 0; block < m.numCols / units; block++) {
      Copies.out(from, at + (firstBlock + block) * padded, units, m, row, block * units);
    }
  }
}
