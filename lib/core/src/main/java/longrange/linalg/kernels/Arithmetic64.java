package longrange.linalg.kernels;

/// What a way to compute must offer in double precision. [RowArithmetic64] is the plain twin of
/// [VectorArithmetic64].
interface Arithmetic64 {
  /// The number of columns that are computed at once. Products take whole multiples of it.
  int lanes();

  /// `c = start + a b` for a product that is done once. See [Packed64#times].
  ///
  /// @param depth columns of a, rows of b
  /// @param cols a multiple of the lanes
  /// @param a (rows, depth), may be transposed. Not modified.
  /// @param b (depth, cols), contiguous rows. Not modified.
  void times(int rows, int depth, int cols, Block64 a, Block64 b, Block64 start, Block64 c);

  /// Lays out a factor for [Packed64#times].
  ///
  /// @param cols a multiple of the lanes
  /// @param b (depth, cols), may be transposed. Not modified, and no longer needed afterwards.
  Packed64 packed(int depth, int cols, Block64 b);

  /// `y = a x`, with a column: the only product that goes along the rows of its left factor.
  ///
  /// @param a (rows, cols), contiguous rows. Not modified.
  /// @param x (cols). Not modified.
  /// @param y (rows). Overwritten.
  void timesColumn(int rows, int cols, Block64 a, double[] x, double[] y);

  /// What a cell does unit by unit, between its products.
  Units64 units(Wiring wiring);
}
