package longrange.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import longrange.training.Swept;
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

/// Loss and gradients of a training step on the tape, where a sequence is one operation, and
/// without one: the kernels called directly.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SequenceBenchmark {
  @Param({
    "step lstm single 64 100 32 1",
    "step gru double 64 100 32 1",
    "step rnn single 64 100 32 1",
    "step rnn single 16 100 8 1"
  })
  String work = "";

  private StepTask onTape = new StepTask(Work.of("step rnn double 1 2 1 1"));
  private BareStep bare = new BareStep(onTape, Work.of("step rnn double 1 2 1 1").precision());

  @Setup
  public void draw() {
    onTape = new StepTask(Work.of(work));
    bare = new BareStep(onTape, Work.of(work).precision());
  }

  @Benchmark
  public Swept tape() {
    return onTape.sweep();
  }

  @Benchmark
  public List<DMatrixRMaj> bare() {
    return bare.sweep();
  }
}
