package longrange.bench;

import java.util.concurrent.TimeUnit;
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

/// Whole training steps, and the probe of all lags.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBenchmark {
  @Param({
    "step lstm single 64 100 32 1",
    "step lstm double 64 100 32 1",
    "step gru single 64 100 32 1",
    "step rnn single 64 100 32 1",
    "probe rnn double 64 500 1 1"
  })
  String work = "";

  private Task task = Task.of(Work.of("step rnn double 1 2 1 1"));

  @Setup
  public void draw() {
    task = Task.of(Work.of(work));
  }

  @Benchmark
  public void run() {
    task.run();
  }
}
