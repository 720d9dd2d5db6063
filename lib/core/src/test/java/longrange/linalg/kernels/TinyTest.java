package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

/// What is below the bounds of [Tiny64] and [Tiny32] counts as zero, and nothing else does.
class TinyTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /// Values, and what becomes of them.
  private static final double[][] DOUBLES = {
    {1e-290, 1e-290},
    {-1e-290, -1e-290},
    {Math.nextDown(1e-290), 0},
    {-Math.nextDown(1e-290), 0},
    {Math.nextUp(1e-290), Math.nextUp(1e-290)},
    {-Math.nextUp(1e-290), -Math.nextUp(1e-290)},
    {Double.MIN_VALUE, 0},
    {-Double.MIN_NORMAL, 0},
    {0, 0},
    {-0.0, 0},
    {-3, -3},
    {Double.MAX_VALUE, Double.MAX_VALUE},
    {INFINITY, INFINITY},
    {-INFINITY, -INFINITY},
    {Double.NaN, Double.NaN}
  };

  private static final float[][] SINGLES = {
    {1e-30f, 1e-30f},
    {-1e-30f, -1e-30f},
    {Math.nextDown(1e-30f), 0},
    {-Math.nextDown(1e-30f), 0},
    {Math.nextUp(1e-30f), Math.nextUp(1e-30f)},
    {-Math.nextUp(1e-30f), -Math.nextUp(1e-30f)},
    {Float.MIN_VALUE, 0},
    {-Float.MIN_NORMAL, 0},
    {0, 0},
    {-0.0f, 0},
    {-3, -3},
    {Float.MAX_VALUE, Float.MAX_VALUE},
    {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY},
    {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY},
    {Float.NaN, Float.NaN}
  };

  @Test
  void inPlainJava() {
    for (double[] pair : DOUBLES) {
      assertEquals(pair[1], Tiny64.flushed(pair[0]) + 0.0, "of " + pair[0]);
    }
    for (float[] pair : SINGLES) {
      assertEquals(pair[1], Tiny32.flushed(pair[0]) + 0f, "of " + pair[0]);
    }
  }

  @Test
  void inEveryLaneOfAVector() {
    var _ = EachBackend.VECTOR.here();
    for (double[] pair : DOUBLES) {
      DoubleVector flushed =
          VectorRnn64.flushed(DoubleVector.broadcast(VectorTiles64.LANES, pair[0]));
      for (double lane : flushed.toArray()) {
        assertEquals(pair[1], lane + 0.0, "of " + pair[0]);
      }
    }
    for (float[] pair : SINGLES) {
      FloatVector flushed =
          VectorRnn32.flushed(FloatVector.broadcast(VectorTiles32.LANES, pair[0]));
      for (float lane : flushed.toArray()) {
        assertEquals(pair[1], lane + 0f, "of " + pair[0]);
      }
    }
  }

  @Test
  void aVectorWithBothKindsIsFlushedLaneByLane() {
    var _ = EachBackend.VECTOR.here();
    double[] mixed = new double[DOUBLES.length + VectorTiles64.L];
    float[] mixed32 = new float[SINGLES.length + VectorTiles32.L];
    for (int i = 0; i < DOUBLES.length; i++) {
      mixed[i] = DOUBLES[i][0];
      mixed32[i] = SINGLES[i][0];
    }
    for (int i = 0; i < DOUBLES.length; i++) {
      DoubleVector x = DoubleVector.fromArray(VectorTiles64.LANES, mixed, i);
      assertEquals(DOUBLES[i][1], VectorRnn64.flushed(x).lane(0) + 0.0);
      FloatVector x32 = FloatVector.fromArray(VectorTiles32.LANES, mixed32, i);
      assertEquals(SINGLES[i][1], VectorRnn32.flushed(x32).lane(0) + 0f);
    }
  }
}
