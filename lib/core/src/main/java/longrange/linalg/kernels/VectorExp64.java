package longrange.linalg.kernels;

import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static longrange.linalg.kernels.VectorTiles64.L;
import static longrange.linalg.kernels.VectorTiles64.LANES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/// [Exp64] for whole vectors of numbers, operation by operation: the two give the same bits.
///
/// Each loop is written out, with its polynomial. While vectors went into methods of our own and
/// came out of them, an LSTM's step took up to a quarter longer (H=64, on an EPYC of 2022: 12.4 ms
/// in double precision, and 9.7): C2 inlines no more where a method has grown large
/// (`NodeCountInliningCutoff`), which it has in the midst of the cell's second activation, and a
/// vector that goes through a call is an object.
///
/// Bounds are kept by a comparison and a choice, which leave what is no number: `min` and `max`
/// order zeros by their signs too, and have no instruction. With them tanh took a seventh longer,
/// and σ a fifth.
final class VectorExp64 {
  private VectorExp64() {}

  /// `y = tanh x`.
  ///
  /// @param x may be y
  /// @param n a multiple of the lanes
  static void tanh(double[] x, int from, double[] y, int to, int n) {
    for (int j = 0; j < n; j += L) {
      DoubleVector v = DoubleVector.fromArray(LANES, x, from + j);
      DoubleVector w = v.abs();
      w = w.add(w);
      w = w.blend(Exp64.TANH_END, w.compare(GT, Exp64.TANH_END));
      DoubleVector magic = w.fma(Exp64.LOG2_E, Exp64.MAGIC);
      DoubleVector power = magic.reinterpretAsLongs().lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector k = magic.sub(Exp64.MAGIC);
      DoubleVector r = k.lanewise(FMA, -Exp64.LN2_HIGH, w);
      r = k.lanewise(FMA, -Exp64.LN2_LOW, r);
      DoubleVector r2 = r.mul(r);
      DoubleVector odd = r2.fma(Exp64.C13, Exp64.C11);
      DoubleVector even = r2.fma(Exp64.C12, Exp64.C10);
      odd = odd.lanewise(FMA, r2, Exp64.C9);
      even = even.lanewise(FMA, r2, Exp64.C8);
      odd = odd.lanewise(FMA, r2, Exp64.C7);
      even = even.lanewise(FMA, r2, Exp64.C6);
      odd = odd.lanewise(FMA, r2, Exp64.C5);
      even = even.lanewise(FMA, r2, Exp64.C4);
      odd = odd.lanewise(FMA, r2, Exp64.C3);
      even = even.lanewise(FMA, r2, Exp64.C2);
      DoubleVector polynomial = odd.fma(r, even).fma(r2, r);
      DoubleVector e = power.fma(polynomial, power.sub(1));
      LongVector t = e.div(e.add(2)).reinterpretAsLongs();
      LongVector sign = v.reinterpretAsLongs().and(Long.MIN_VALUE);
      t.or(sign).reinterpretAsDoubles().intoArray(y, to + j);
    }
  }

  /// `y = 1 / (1 + e^-x)`.
  ///
  /// @param x may be y
  /// @param n a multiple of the lanes
  static void sigmoid(double[] x, int from, double[] y, int to, int n) {
    for (int j = 0; j < n; j += L) {
      DoubleVector w = DoubleVector.fromArray(LANES, x, from + j).neg();
      w = w.blend(Exp64.LEAST, w.compare(LT, Exp64.LEAST));
      w = w.blend(Exp64.MOST, w.compare(GT, Exp64.MOST));
      DoubleVector magic = w.fma(Exp64.LOG2_E, Exp64.MAGIC);
      DoubleVector power = magic.reinterpretAsLongs().lanewise(LSHL, 52).reinterpretAsDoubles();
      DoubleVector k = magic.sub(Exp64.MAGIC);
      DoubleVector r = k.lanewise(FMA, -Exp64.LN2_HIGH, w);
      r = k.lanewise(FMA, -Exp64.LN2_LOW, r);
      DoubleVector r2 = r.mul(r);
      DoubleVector odd = r2.fma(Exp64.C13, Exp64.C11);
      DoubleVector even = r2.fma(Exp64.C12, Exp64.C10);
      odd = odd.lanewise(FMA, r2, Exp64.C9);
      even = even.lanewise(FMA, r2, Exp64.C8);
      odd = odd.lanewise(FMA, r2, Exp64.C7);
      even = even.lanewise(FMA, r2, Exp64.C6);
      odd = odd.lanewise(FMA, r2, Exp64.C5);
      even = even.lanewise(FMA, r2, Exp64.C4);
      odd = odd.lanewise(FMA, r2, Exp64.C3);
      even = even.lanewise(FMA, r2, Exp64.C2);
      DoubleVector polynomial = odd.fma(r, even).fma(r2, r);
      DoubleVector below = power.fma(polynomial, power).add(1);
      DoubleVector.broadcast(LANES, 1).div(below).intoArray(y, to + j);
    }
  }
}
