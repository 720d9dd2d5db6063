// Generated from Arithmetic64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// What a way to compute must offer in single precision. [RowArithmetic32] is the plain twin of
/// [VectorArithmetic32].
interface Arithmetic32 {
  /// The number of columns that are computed at once. Products take whole multiples of it.
  int lanes();

  /// `c = start + a b` for a product that is done once. See [Packed32#times].
  ///
  /// @param depth columns of a, rows of b
  /// @param cols a multiple of the lanes
  /// @param a (rows, depth), may be transposed. Not modified.
  /// @param b (depth, cols), contiguous rows. Not modified.
  void times(int rows, int depth, int cols, Block32 a, Block32 b, Block32 start, Block32 c);

  /// Lays out a factor for [Packed32#times].
  ///
  /// @param cols a multiple of the lanes
  /// @param b (depth, cols), may be transposed. Not modified, and no longer needed afterwards.
  Packed32 packed(int depth, int cols, Block32 b);

  /// `y = a x`, with a column: the only product that goes along the rows of its left factor.
  ///
  /// @param a (rows, cols), contiguous rows. Not modified.
  /// @param x (cols). Not modified.
  /// @param y (rows). Overwritten.
  void timesColumn(int rows, int cols, Block32 a, float[] x, float[] y);

  /// What a cell does unit by unit, between its products.
  Units32 units(Wiring wiring);
}
