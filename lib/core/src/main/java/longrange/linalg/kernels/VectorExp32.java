package longrange.linalg.kernels;

import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static longrange.linalg.kernels.VectorTiles32.L;
import static longrange.linalg.kernels.VectorTiles32.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// [Exp32] for whole vectors of numbers, operation by operation: the two give the same bits. Why
/// each loop is written out is said at [VectorExp64].
final class VectorExp32 {
  private VectorExp32() {}

  /// `y = tanh x`.
  ///
  /// @param x may be y
  /// @param n a multiple of the lanes
  static void tanh(float[] x, int from, float[] y, int to, int n) {
    for (int j = 0; j < n; j += L) {
      FloatVector v = FloatVector.fromArray(LANES, x, from + j);
      FloatVector w = v.abs();
      w = w.add(w);
      w = w.blend(Exp32.TANH_END, w.compare(GT, Exp32.TANH_END));
      FloatVector magic = w.fma(Exp32.LOG2_E, Exp32.MAGIC);
      FloatVector power = magic.reinterpretAsInts().lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector k = magic.sub(Exp32.MAGIC);
      FloatVector r = k.lanewise(FMA, -Exp32.LN2_HIGH, w);
      r = k.lanewise(FMA, -Exp32.LN2_LOW, r);
      FloatVector p = r.fma(Exp32.C7, Exp32.C6);
      p = p.lanewise(FMA, r, Exp32.C5);
      p = p.lanewise(FMA, r, Exp32.C4);
      p = p.lanewise(FMA, r, Exp32.C3);
      p = p.lanewise(FMA, r, Exp32.C2);
      FloatVector polynomial = p.fma(r.mul(r), r);
      FloatVector e = power.fma(polynomial, power.sub(1));
      IntVector t = e.div(e.add(2)).reinterpretAsInts();
      IntVector sign = v.reinterpretAsInts().and(Integer.MIN_VALUE);
      t.or(sign).reinterpretAsFloats().intoArray(y, to + j);
    }
  }

  /// `y = 1 / (1 + e^-x)`.
  ///
  /// @param x may be y
  /// @param n a multiple of the lanes
  static void sigmoid(float[] x, int from, float[] y, int to, int n) {
    for (int j = 0; j < n; j += L) {
      FloatVector w = FloatVector.fromArray(LANES, x, from + j).neg();
      w = w.blend(Exp32.LEAST, w.compare(LT, Exp32.LEAST));
      w = w.blend(Exp32.MOST, w.compare(GT, Exp32.MOST));
      FloatVector magic = w.fma(Exp32.LOG2_E, Exp32.MAGIC);
      FloatVector power = magic.reinterpretAsInts().lanewise(LSHL, 23).reinterpretAsFloats();
      FloatVector k = magic.sub(Exp32.MAGIC);
      FloatVector r = k.lanewise(FMA, -Exp32.LN2_HIGH, w);
      r = k.lanewise(FMA, -Exp32.LN2_LOW, r);
      FloatVector p = r.fma(Exp32.C7, Exp32.C6);
      p = p.lanewise(FMA, r, Exp32.C5);
      p = p.lanewise(FMA, r, Exp32.C4);
      p = p.lanewise(FMA, r, Exp32.C3);
      p = p.lanewise(FMA, r, Exp32.C2);
      FloatVector polynomial = p.fma(r.mul(r), r);
      FloatVector below = power.fma(polynomial, power).add(1);
      FloatVector.broadcast(LANES, 1).div(below).intoArray(y, to + j);
    }
  }
}
