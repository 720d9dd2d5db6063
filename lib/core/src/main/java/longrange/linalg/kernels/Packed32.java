// Generated from Packed64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// The right factor of many products, laid out once in the order in which they read it.
interface Packed32 {
  /// `c = start + a b`, where b is this factor.
  ///
  /// @param rows of a, start and c
  /// @param a (rows, depth). Not modified.
  /// @param start (rows, cols), may be c itself; a row step of 0 starts every row with the same
  ///   one, as a bias. Not modified, unless it is c.
  /// @param c (rows, cols). Overwritten.
  void times(int rows, Block32 a, Block32 start, Block32 c);
}
