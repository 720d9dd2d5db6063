package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Plain Java and the Vector API do the same operations in the same order: they give the same bits.
class TwinsTest {
  /// Whole vectors, however wide.
  private static final int MANY = 64 * 1600;

  private final Random random = new Random(5);

  @BeforeEach
  void vectorsAreHere() {
    var _ = EachBackend.VECTOR.here();
  }

  @Test
  void theActivationsHaveTheSameBits() {
    double[] x = new double[MANY];
    float[] x32 = new float[MANY];
    for (int i = 0; i < MANY; i++) {
      x[i] = random.nextGaussian() * Math.pow(10, random.nextInt(-9, 4));
    }
    x[0] = Double.NaN;
    x[1] = Double.POSITIVE_INFINITY;
    x[2] = Double.NEGATIVE_INFINITY;
    x[3] = -0.0;
    for (int i = 0; i < MANY; i++) {
      x32[i] = (float) x[i];
    }
    same(x, RowExp64::tanh, VectorExp64::tanh);
    same(x, RowExp64::sigmoid, VectorExp64::sigmoid);
    same32(x32, RowExp32::tanh, VectorExp32::tanh);
    same32(x32, RowExp32::sigmoid, VectorExp32::sigmoid);
  }

  private interface InVectors<A> {
    void fill(A x, int from, A y, int to, int n);
  }

  private static void same(
      double[] x, BiConsumer<double[], double[]> plain, InVectors<double[]> fast) {
    double[] expected = x.clone();
    double[] actual = x.clone();
    plain.accept(expected, new double[MANY]);
    fast.fill(actual, 0, actual, 0, MANY);
    assertArrayEquals(expected, actual);
  }

  private static void same32(
      float[] x, BiConsumer<float[], float[]> plain, InVectors<float[]> fast) {
    float[] expected = x.clone();
    float[] actual = x.clone();
    plain.accept(expected, new float[MANY]);
    fast.fill(actual, 0, actual, 0, MANY);
    assertArrayEquals(expected, actual);
  }

  @ParameterizedTest
  @EnumSource(Wiring.class)
  void sequencesHaveTheSameBits(Wiring wiring) {
    for (int n : new int[] {1, 13, 32, 65}) {
      for (Precision precision : Precision.values()) {
        random.setSeed(n);
        List<double[]> expected = swept(BackendChoice.rows(), precision, wiring, n);
        random.setSeed(n);
        List<double[]> actual = swept(BackendChoice.vector(), precision, wiring, n);
        for (int i = 0; i < expected.size(); i++) {
          // A padded unit adds zeros, which may turn -0 into 0.
          assertArrayEquals(plusZero(expected.get(i)), plusZero(actual.get(i)));
        }
      }
    }
  }

  private List<double[]> swept(Backend backend, Precision precision, Wiring wiring, int n) {
    int batch = 5;
    int d = 3;
    Weights weights =
        new Weights(
            gaussian(d, (wiring.blocks - wiring.inputFrom) * n),
            gaussian(n, wiring.stateTo * n),
            gaussian(1, (wiring.blocks - wiring.inputFrom) * n));
    List<DMatrixRMaj> inputs = IntStream.range(0, 60).mapToObj(t -> gaussian(batch, d)).toList();
    DMatrixRMaj first = gaussian(batch, wiring.memory ? 2 * n : n);
    Sequence run = backend.run(precision, wiring, weights, inputs, first, new Buffers());
    Sequence.Adjoints adjoints = run.backward(atTheEnd(inputs.size(), gaussian(batch, n)), true);
    List<double[]> all = new ArrayList<>();
    all.add(run.state(59).data);
    all.add(adjoints.weights().wx().data);
    all.add(adjoints.weights().wh().data);
    all.add(adjoints.weights().b().data);
    all.add(adjoints.first().data);
    adjoints.inputs().forEach(dx -> all.add(dx.data));
    return all;
  }

  private static Sequence.Seeds atTheEnd(int steps, DMatrixRMaj dh) {
    return new Sequence.Seeds() {
      @Override
      public @Nullable DMatrixRMaj output(int t) {
        return t == steps - 1 ? dh : null;
      }

      @Override
      public @Nullable DMatrixRMaj state(int t) {
        return null;
      }
    };
  }

  private DMatrixRMaj gaussian(int rows, int cols) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    for (int i = 0; i < m.getNumElements(); i++) {
      m.set(i, random.nextGaussian() / 3);
    }
    return m;
  }

  private static double[] plusZero(double[] values) {
    double[] sums = new double[values.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = values[i] + 0.0;
    }
    return sums;
  }
}
