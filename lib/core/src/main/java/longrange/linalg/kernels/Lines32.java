// Generated from Lines64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// Copies of some columns of a matrix, row after row, each in an array of its own that begins at 0.
///
/// For C2 makes vectors of a loop over such arrays, and not of one over parts of an array that is
/// also written. They are kept from one step of a sequence to the next.
final class Lines32 {
  private final float[][] lines;
  private int rows;
  private int cols;

  Lines32(int count) {
    lines = new float[count][0];
  }

  /// Makes room for so many rows and columns in each. What they hold is lost.
  void reach(int newRows, int newCols) {
    rows = newRows;
    cols = newCols;
    for (int k = 0; k < lines.length; k++) {
      if (lines[k].length != rows * cols) {
        lines[k] = new float[rows * cols];
      }
    }
  }

  /// One of them, with whatever it holds.
  float[] line(int k) {
    return lines[k];
  }

  /// One of them, filled from the first columns of a block.
  ///
  /// @param block contiguous rows. Not modified.
  float[] in(int k, Block32 block) {
    float[] line = lines[k];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(block.data(), block.from(row, 0).at(), line, row * cols, cols);
    }
    return line;
  }

  /// Copies one of them back.
  ///
  /// @param block contiguous rows; the first columns are overwritten
  void out(float[] line, Block32 block) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(line, row * cols, block.data(), block.from(row, 0).at(), cols);
    }
  }
}
