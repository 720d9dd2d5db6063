package longrange.linalg.kernels;

/// The right factor of many products, laid out once in the order in which they read it.
interface Packed64 {
  /// `c = start + a b`, where b is this factor.
  ///
  /// @param rows of a, start and c
  /// @param a (rows, depth). Not modified.
  /// @param start (rows, cols), may be c itself; a row step of 0 starts every row with the same
  ///   one, as a bias. Not modified, unless it is c.
  /// @param c (rows, cols). Overwritten.
  void times(int rows, Block64 a, Block64 start, Block64 c);
}
