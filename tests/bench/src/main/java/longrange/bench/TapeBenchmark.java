package longrange.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What the tape costs beyond arithmetic: a chain `h' = h A + B` of small matrices, forward and
/// back, on the tape and on bare arrays. A score is that of one operation, with its part of the
/// sweep; a link of the chain is two.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TapeBenchmark {
  private static final int LINKS = 100;
  static final int OPERATIONS = 2 * LINKS;

  @Param({"1", "8"})
  int n;

  private DMatrixRMaj a = new DMatrixRMaj(0, 0);
  private DMatrixRMaj b = new DMatrixRMaj(0, 0);
  private DMatrixRMaj ones = new DMatrixRMaj(0, 0);

  @Setup
  public void draw() {
    Random random = new Random(1);
    a = Matrices.gaussian(n, n, 0.9 / Math.sqrt(n), random);
    b = Matrices.gaussian(n, n, 1, random);
    ones = new DMatrixRMaj(n, n);
    Arrays.fill(ones.data, 1);
  }

  /// The adjoints of A and of B.
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public List<DMatrixRMaj> tape() {
    Tape tape = Tape.training();
    Var factor = tape.variable(a);
    Var addend = tape.variable(b);
    Var h = tape.variable(b);
    for (int i = 0; i < LINKS; i++) {
      h = h.times(factor).plus(addend);
    }
    tape.backward(h, ones);
    return List.of(factor.adjoint(), addend.adjoint());
  }

  /// The same.
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public List<DMatrixRMaj> bare() {
    double[][] h = new double[LINKS + 1][];
    h[0] = b.data;
    for (int i = 0; i < LINKS; i++) {
      h[i + 1] = b.data.clone();
      addProduct(h[i], a.data, n, h[i + 1]);
    }
    double[] dA = new double[n * n];
    double[] dB = new double[n * n];
    double[] dH = ones.data;
    for (int i = LINKS - 1; i >= 0; i--) {
      add(dH, dB);
      addTransposedProduct(h[i], dH, n, dA);
      dH = timesTransposed(dH, a.data, n);
    }
    return List.of(new DMatrixRMaj(n, n, true, dA), new DMatrixRMaj(n, n, true, dB));
  }

  /// `sum += x y`.
  private static void addProduct(double[] x, double[] y, int n, double[] sum) {
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        for (int j = 0; j < n; j++) {
          sum[i * n + j] += x[i * n + k] * y[k * n + j];
        }
      }
    }
  }

  /// `sum += xᵀ y`.
  private static void addTransposedProduct(double[] x, double[] y, int n, double[] sum) {
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sum[i * n + j] += x[k * n + i] * y[k * n + j];
        }
      }
    }
  }

  /// `x yᵀ`.
  private static double[] timesTransposed(double[] x, double[] y, int n) {
    double[] product = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          product[i * n + j] += x[i * n + k] * y[j * n + k];
        }
      }
    }
    return product;
  }

  private static void add(double[] x, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += x[i];
    }
  }
}
