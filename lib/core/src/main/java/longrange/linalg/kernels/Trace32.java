// Generated from Trace64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// What the forward pass over a sequence leaves for the backward pass.
///
/// Time-major, and padded: a cell of n units is computed with the next multiple of the lanes, whose
/// further units have no weights and stay at 0.
///
/// @param steps T
/// @param batch B
/// @param inputs d
/// @param units n, padded
/// @param blocks of gates
/// @param a what is multiplied, `[h | x | 1 | 0]`: T+1 times (B, n+d+1 and more). The ones make the
///   bias's gradient a row of the weights' gradient, and zeros bring its rows to whole tiles: done
///   one by one, the last three took an LSTM of 64 units 2 % of its step.
/// @param z the gates, T times (B, blocks · n)
/// @param c the memories of an LSTM, T+1 times (B,n), else empty
/// @param y for an LSTM `tanh(c')`, for a GRU the candidate, T times (B,n), else empty
@SuppressWarnings("ArrayRecordComponent") // it is a place, and never compared
record Trace32(
    int steps,
    int batch,
    int inputs,
    int units,
    int blocks,
    float[] a,
    float[] z,
    float[] c,
    float[] y) {
  /// The rows of a tile, in plain Java and in vectors.
  private static final int TILE = 4;

  /// The columns of `[h | x | 1 | 0]`.
  int readCols() {
    return readCols(units, inputs);
  }

  /// The same, before there is a trace.
  static int readCols(int units, int inputs) {
    return PaddedWeights32.inWhole(TILE, units + inputs + 1);
  }

  /// The columns of z.
  int gateCols() {
    return blocks * units;
  }

  /// `[h | x | 1 | 0]` of time t: the state before the step.
  Block32 read(int t) {
    return Block32.of(a, t * batch * readCols(), readCols());
  }

  /// The gates of time t, (B, blocks · n).
  Block32 gates(int t) {
    return Block32.of(z, t * batch * gateCols(), gateCols());
  }

  /// The memory before time t, (B,n).
  Block32 memory(int t) {
    return Block32.of(c, t * batch * units, units);
  }

  /// y of time t, (B,n).
  Block32 bent(int t) {
    return Block32.of(y, t * batch * units, units);
  }

  /// From one row of values to the next where there are so many rows of adjoints: one sequence may
  /// be swept for many.
  int rowStep(int rows, int step) {
    assert rows == batch || batch == 1;
    return rows == batch ? step : 0;
  }

  /// Values of one time, with a row for each of so many rows of adjoints.
  Block32 forRows(int rows, Block32 values) {
    return new Block32(values.data(), values.at(), rowStep(rows, values.row()), values.step());
  }
}
