package longrange.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import longrange.linalg.Kernels;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The three products of the seam, square, with nothing laid out before: what the tape pays.
/// Compare the kernels with `./course bench --kernels ejml Product`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProductBenchmark {
  @Param({"4", "8", "12", "16", "32", "64", "128", "256"})
  int n;

  private final Kernels kernels = Kernels.chosen();
  private DMatrixRMaj a = new DMatrixRMaj(0, 0);
  private DMatrixRMaj b = new DMatrixRMaj(0, 0);

  @Setup
  public void draw() {
    Random random = new Random(1);
    a = Matrices.gaussian(n, n, 1, random);
    b = Matrices.gaussian(n, n, 1, random);
  }

  @Benchmark
  public DMatrixRMaj times() {
    return kernels.times(a, b);
  }

  @Benchmark
  public DMatrixRMaj timesTransposed() {
    return kernels.timesTransposed(a, b);
  }

  @Benchmark
  public DMatrixRMaj transposedTimes() {
    return kernels.transposedTimes(a, b);
  }
}
