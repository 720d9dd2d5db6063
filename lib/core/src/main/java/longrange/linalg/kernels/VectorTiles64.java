package longrange.linalg.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Products in tiles that stay in the processor's registers: four rows of c, and the width of a
/// panel.
///
/// In each pass of its loop a tile loads one row of the panel, and multiplies it by one number of
/// each of its four rows of a. A panel is four vectors wide where there are 32 registers (a vector
/// of 512 bits says so), else two: 4 x 4 sums, 4 columns and 1 number are 21 registers, 4 x 2, 2
/// and 1 are 11.
///
/// The loops are written out because C2 keeps a vector in a register only while it is a local
/// variable of one method: in an array, or behind a call, every vector becomes an object. Tried and
/// left out, in single precision on an EPYC of 2022 with a limit near 118 GFLOP/s: six rows by four
/// vectors, 104 where four rows give 107; a left factor copied so that its step is a constant, 104
/// where any step gives 108; eight rows by two vectors, a panel 128 rows deep at a time, 86 to 94
/// where a whole panel gives 108.
final class VectorTiles64 {
  static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  static final int L = LANES.length();

  /// Vectors side by side in a panel.
  static final int WIDE = LANES.vectorBitSize() >= 512 ? 4 : 2;

  private static final int ROWS = 4;

  private VectorTiles64() {}

  /// `c = s + a b` for one panel of b.
  ///
  /// @param vectors of a row of the panel: [#WIDE], or 1
  static void panel(int vectors, int rows, int depth, Block64 a, Block64 b, Block64 s, Block64 c) {
    int i = 0;
    for (; i + ROWS <= rows; i += ROWS) {
      fourRows(vectors, i, depth, a, b, s, c);
    }
    for (; i < rows; i++) {
      oneRow(vectors, i, depth, a, b, s, c);
    }
  }

  private static void fourRows(
      int vectors, int i, int depth, Block64 a, Block64 b, Block64 s, Block64 c) {
    switch (vectors) {
      case 4 -> tile4x4(i, depth, a, b, s, c);
      case 2 -> tile4x2(i, depth, a, b, s, c);
      default -> tile4x1(i, depth, a, b, s, c);
    }
  }

  private static void oneRow(
      int vectors, int i, int depth, Block64 a, Block64 b, Block64 s, Block64 c) {
    switch (vectors) {
      case 4 -> tile1x4(i, depth, a, b, s, c);
      case 2 -> tile1x2(i, depth, a, b, s, c);
      default -> tile1x1(i, depth, a, b, s, c);
    }
  }

  private static void tile4x4(int i, int depth, Block64 a, Block64 b, Block64 s, Block64 c) {
    double[] ad = a.data();
    double[] bd = b.data();
    int aStep = a.step();
    int bRow = b.row();
    int at = b.at();
    int a0 = a.at() + i * a.row();
    int s0 = s.at() + i * s.row();
    int c0 = c.at() + i * c.row();
    int a1 = a0 + a.row();
    int a2 = a0 + 2 * a.row();
    int a3 = a0 + 3 * a.row();
    DoubleVector c00 = DoubleVector.fromArray(LANES, s.data(), s0);
    DoubleVector c01 = DoubleVector.fromArray(LANES, s.data(), s0 + L);
    DoubleVector c02 = DoubleVector.fromArray(LANES, s.data(), s0 + 2 * L);
    DoubleVector c03 = DoubleVector.fromArray(LANES, s.data(), s0 + 3 * L);
    DoubleVector c10 = DoubleVector.fromArray(LANES, s.data(), s0 + s.row());
    DoubleVector c11 = DoubleVector.fromArray(LANES, s.data(), s0 + s.row() + L);
    DoubleVector c12 = DoubleVector.fromArray(LANES, s.data(), s0 + s.row() + 2 * L);
    DoubleVector c13 = DoubleVector.fromArray(LANES, s.data(), s0 + s.row() + 3 * L);
    DoubleVector c20 = DoubleVector.fromArray(LANES, s.data(), s0 + 2 * s.row());
    DoubleVector c21 = DoubleVector.fromArray(LANES, s.data(), s0 + 2 * s.row() + L);
    DoubleVector c22 = DoubleVector.fromArray(LANES, s.data(), s0 + 2 * s.row() + 2 * L);
    DoubleVector c23 = DoubleVector.fromArray(LANES, s.data(), s0 + 2 * s.row() + 3 * L);
    DoubleVector c30 = DoubleVector.fromArray(LANES, s.data(), s0 + 3 * s.row());
    DoubleVector c31 = DoubleVector.fromArray(LANES, s.data(), s0 + 3 * s.row() + L);
    DoubleVector c32 = DoubleVector.fromArray(LANES, s.data(), s0 + 3 * s.row() + 2 * L);
    DoubleVector c33 = DoubleVector.fromArray(LANES, s.data(), s0 + 3 * s.row() + 3 * L);
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = DoubleVector.fromArray(LANES, bd, at + k * bRow);
      DoubleVector b1 = DoubleVector.fromArray(LANES, bd, at + k * bRow + L);
      DoubleVector b2 = DoubleVector.fromArray(LANES, bd, at + k * bRow + 2 * L);
      DoubleVector b3 = DoubleVector.fromArray(LANES, bd, at + k * bRow + 3 * L);
      DoubleVector x0 = DoubleVector.broadcast(LANES, ad[a0 + k * aStep]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      c02 = x0.fma(b2, c02);
      c03 = x0.fma(b3, c03);
      DoubleVector x1 = DoubleVector.broadcast(LANES, ad[a1 + k * aStep]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      c12 = x1.fma(b2, c12);
      c13 = x1.fma(b3, c13);
      DoubleVector x2 = DoubleVector.broadcast(LANES, ad[a2 + k * aStep]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      c22 = x2.fma(b2, c22);
      c23 = x2.fma(b3, c23);
      DoubleVector x3 = DoubleVector.broadcast(LANES, ad[a3 + k * aStep]);
      c30 = x3.fma(b0, c30);
      c31 = x3.fma(b1, c31);
      c32 = x3.fma(b2, c32);
      c33 = x3.fma(b3, c33);
    }
    c00.intoArray(c.data(), c0);
    c01.intoArray(c.data(), c0 + L);
    c02.intoArray(c.data(), c0 + 2 * L);
    c03.intoArray(c.data(), c0 + 3 * L);
    c10.intoArray(c.data(), c0 + c.row());
    c11.intoArray(c.data(), c0 + c.row() + L);
    c12.intoArray(c.data(), c0 + c.row() + 2 * L);
    c13.intoArray(c.data(), c0 + c.row() + 3 * L);
    c20.intoArray(c.data(), c0 + 2 * c.row());
    c21.intoArray(c.data(), c0 + 2 * c.row() + L);
    c22.intoArray(c.data(), c0 + 2 * c.row() + 2 * L);
    c23.intoArray(c.data(), c0 + 2 * c.row() + 3 * L);
    c30.intoArray(c.data(), c0 + 3 * c.row());
    c31.intoArray(c.data(), c0 + 3 * c.row() + L);
    c32.intoArray(c.data(), c0 + 3 * c.row() + 2 * L);
    c33.intoArray(c.data(), c0 + 3 * c.row() + 3 * L);
  }

  /// Its two factors are contiguous. For C2 then checks bounds once for the whole loop: this tile
  /// has too few products in a pass to hide six checks (vectors of 256 bits, single precision: 98
  /// GFLOP/s, and 71 for factors with any step, be it four rows or six).
  private static void tile4x2(int i, int depth, Block64 a, Block64 b, Block64 s, Block64 c) {
    assert a.step() == 1 && b.row() == 2 * L;
    double[] ad = a.data();
    double[] bd = b.data();
    int at = b.at();
    int a0 = a.at() + i * a.row();
    int s0 = s.at() + i * s.row();
    int c0 = c.at() + i * c.row();
    int a1 = a0 + a.row();
    int a2 = a0 + 2 * a.row();
    int a3 = a0 + 3 * a.row();
    DoubleVector c00 = DoubleVector.fromArray(LANES, s.data(), s0);
    DoubleVector c01 = DoubleVector.fromArray(LANES, s.data(), s0 + L);
    DoubleVector c10 = DoubleVector.fromArray(LANES, s.data(), s0 + s.row());
    DoubleVector c11 = DoubleVector.fromArray(LANES, s.data(), s0 + s.row() + L);
    DoubleVector c20 = DoubleVector.fromArray(LANES, s.data(), s0 + 2 * s.row());
    DoubleVector c21 = DoubleVector.fromArray(LANES, s.data(), s0 + 2 * s.row() + L);
    DoubleVector c30 = DoubleVector.fromArray(LANES, s.data(), s0 + 3 * s.row());
    DoubleVector c31 = DoubleVector.fromArray(LANES, s.data(), s0 + 3 * s.row() + L);
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = DoubleVector.fromArray(LANES, bd, at + 2 * k * L);
      DoubleVector b1 = DoubleVector.fromArray(LANES, bd, at + (2 * k + 1) * L);
      DoubleVector x0 = DoubleVector.broadcast(LANES, ad[a0 + k]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      DoubleVector x1 = DoubleVector.broadcast(LANES, ad[a1 + k]);
      c10 = x1.fma(b0, c10);
      c11 = x1.fma(b1, c11);
      DoubleVector x2 = DoubleVector.broadcast(LANES, ad[a2 + k]);
      c20 = x2.fma(b0, c20);
      c21 = x2.fma(b1, c21);
      DoubleVector x3 = DoubleVector.broadcast(LANES, ad[a3 + k]);
      c30 = x3.fma(b0, c30);
      c31 = x3.fma(b1, c31);
    }
    c00.intoArray(c.data(), c0);
    c01.intoArray(c.data(), c0 + L);
    c10.intoArray(c.data(), c0 + c.row());
    c11.intoArray(c.data(), c0 + c.row() + L);
    c20.intoArray(c.data(), c0 + 2 * c.row());
    c21.intoArray(c.data(), c0 + 2 * c.row() + L);
    c30.intoArray(c.data(), c0 + 3 * c.row());
    c31.intoArray(c.data(), c0 + 3 * c.row() + L);
  }

  private static void tile4x1(int i, int depth, Block64 a, Block64 b, Block64 s, Block64 c) {
    double[] ad = a.data();
    double[] bd = b.data();
    int aStep = a.step();
    int bRow = b.row();
    int at = b.at();
    int a0 = a.at() + i * a.row();
    int s0 = s.at() + i * s.row();
    int c0 = c.at() + i * c.row();
    int a1 = a0 + a.row();
    int a2 = a0 + 2 * a.row();
    int a3 = a0 + 3 * a.row();
    DoubleVector c00 = DoubleVector.fromArray(LANES, s.data(), s0);
    DoubleVector c10 = DoubleVector.fromArray(LANES, s.data(), s0 + s.row());
    DoubleVector c20 = DoubleVector.fromArray(LANES, s.data(), s0 + 2 * s.row());
    DoubleVector c30 = DoubleVector.fromArray(LANES, s.data(), s0 + 3 * s.row());
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = DoubleVector.fromArray(LANES, bd, at + k * bRow);
      DoubleVector x0 = DoubleVector.broadcast(LANES, ad[a0 + k * aStep]);
      c00 = x0.fma(b0, c00);
      DoubleVector x1 = DoubleVector.broadcast(LANES, ad[a1 + k * aStep]);
      c10 = x1.fma(b0, c10);
      DoubleVector x2 = DoubleVector.broadcast(LANES, ad[a2 + k * aStep]);
      c20 = x2.fma(b0, c20);
      DoubleVector x3 = DoubleVector.broadcast(LANES, ad[a3 + k * aStep]);
      c30 = x3.fma(b0, c30);
    }
    c00.intoArray(c.data(), c0);
    c10.intoArray(c.data(), c0 + c.row());
    c20.intoArray(c.data(), c0 + 2 * c.row());
    c30.intoArray(c.data(), c0 + 3 * c.row());
  }

  private static void tile1x4(int i, int depth, Block64 a, Block64 b, Block64 s, Block64 c) {
    double[] ad = a.data();
    double[] bd = b.data();
    int aStep = a.step();
    int bRow = b.row();
    int at = b.at();
    int a0 = a.at() + i * a.row();
    int s0 = s.at() + i * s.row();
    int c0 = c.at() + i * c.row();
    DoubleVector c00 = DoubleVector.fromArray(LANES, s.data(), s0);
    DoubleVector c01 = DoubleVector.fromArray(LANES, s.data(), s0 + L);
    DoubleVector c02 = DoubleVector.fromArray(LANES, s.data(), s0 + 2 * L);
    DoubleVector c03 = DoubleVector.fromArray(LANES, s.data(), s0 + 3 * L);
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = DoubleVector.fromArray(LANES, bd, at + k * bRow);
      DoubleVector b1 = DoubleVector.fromArray(LANES, bd, at + k * bRow + L);
      DoubleVector b2 = DoubleVector.fromArray(LANES, bd, at + k * bRow + 2 * L);
      DoubleVector b3 = DoubleVector.fromArray(LANES, bd, at + k * bRow + 3 * L);
      DoubleVector x0 = DoubleVector.broadcast(LANES, ad[a0 + k * aStep]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
      c02 = x0.fma(b2, c02);
      c03 = x0.fma(b3, c03);
    }
    c00.intoArray(c.data(), c0);
    c01.intoArray(c.data(), c0 + L);
    c02.intoArray(c.data(), c0 + 2 * L);
    c03.intoArray(c.data(), c0 + 3 * L);
  }

  private static void tile1x2(int i, int depth, Block64 a, Block64 b, Block64 s, Block64 c) {
    double[] ad = a.data();
    double[] bd = b.data();
    int aStep = a.step();
    int bRow = b.row();
    int at = b.at();
    int a0 = a.at() + i * a.row();
    int s0 = s.at() + i * s.row();
    int c0 = c.at() + i * c.row();
    DoubleVector c00 = DoubleVector.fromArray(LANES, s.data(), s0);
    DoubleVector c01 = DoubleVector.fromArray(LANES, s.data(), s0 + L);
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = DoubleVector.fromArray(LANES, bd, at + k * bRow);
      DoubleVector b1 = DoubleVector.fromArray(LANES, bd, at + k * bRow + L);
      DoubleVector x0 = DoubleVector.broadcast(LANES, ad[a0 + k * aStep]);
      c00 = x0.fma(b0, c00);
      c01 = x0.fma(b1, c01);
    }
    c00.intoArray(c.data(), c0);
    c01.intoArray(c.data(), c0 + L);
  }

  private static void tile1x1(int i, int depth, Block64 a, Block64 b, Block64 s, Block64 c) {
    double[] ad = a.data();
    double[] bd = b.data();
    int aStep = a.step();
    int bRow = b.row();
    int at = b.at();
    int a0 = a.at() + i * a.row();
    int s0 = s.at() + i * s.row();
    int c0 = c.at() + i * c.row();
    DoubleVector c00 = DoubleVector.fromArray(LANES, s.data(), s0);
    for (int k = 0; k < depth; k++) {
      DoubleVector b0 = DoubleVector.fromArray(LANES, bd, at + k * bRow);
      DoubleVector x0 = DoubleVector.broadcast(LANES, ad[a0 + k * aStep]);
      c00 = x0.fma(b0, c00);
    }
    c00.intoArray(c.data(), c0);
  }
}
