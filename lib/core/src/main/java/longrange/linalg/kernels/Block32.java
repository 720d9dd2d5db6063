// Generated from Block64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// A matrix somewhere in an array: entry (i,j) is `data[at + i·row + j·step]`.
///
/// @param data is not copied
/// @param at the place of entry (0,0)
/// @param row from one row to the next; 0 makes every row the same one
/// @param step from one column to the next
@SuppressWarnings("ArrayRecordComponent") // it is a place, and never compared
record Block32(float[] data, int at, int row, int step) {
  /// A block whose rows are contiguous.
  static Block32 of(float[] data, int at, int row) {
    return new Block32(data, at, row, 1);
  }

  /// The same entries, mirrored at the diagonal.
  Block32 transposed() {
    return new Block32(data, at, step, row);
  }

  /// The block that begins at entry (i,j) of this one.
  Block32 from(int i, int j) {
    return new Block32(data, at + i * row + j * step, row, step);
  }
}
