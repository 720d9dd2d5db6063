package longrange.training;

import java.util.function.Consumer;
import longrange.linalg.Need;
import longrange.linalg.kernels.Precision;
import longrange.models.Architecture;
import longrange.tasks.Task;

/// All that decides the course of a training. The same configuration on the same kernels gives the
/// same losses to the last bit.
///
/// @param task what is learned
/// @param model what learns it
/// @param seed of the one generator that draws the weights, then every batch
/// @param steps how many batches are learned from
/// @param batch B, the sequences of a batch
/// @param rule how a gradient becomes a step
/// @param learningRate of the rule
/// @param schedule the course of the learning rate
/// @param truncation how far back gradients go
/// @param clip the global gradient norm above which a gradient is scaled down to it
/// @param end when the training ends before its last step
/// @param arithmetic in which precision, and in how many parts of a batch, it is computed
public record RunConfig(
    Task task,
    Architecture model,
    long seed,
    int steps,
    int batch,
    UpdateRule rule,
    double learningRate,
    Schedule schedule,
    Truncation truncation,
    double clip,
    EarlyStop end,
    Arithmetic arithmetic) {
  public RunConfig {
    Need.that(steps >= 1, "steps", steps, "at least 1");
    Need.that(batch >= 1, "batch", batch, "at least 1");
    Need.that(learningRate > 0, "learningRate", learningRate, "more than 0");
    Need.that(clip > 0, "clip", clip, "more than 0");
  }

  /// Settings that suit a small network on a short task: seed 1, 1000 steps of 32 sequences, Adam
  /// with the constant learning rate 0.003, gradients clipped at norm 1, no early stop.
  public static RunConfig of(Task task, Architecture model) {
    return new RunConfig(
        task,
        model,
        1,
        1000,
        32,
        Adam.standard(),
        0.003,
        new Schedule.Constant(),
        new Truncation.None(),
        1,
        new EarlyStop.Never(),
        Arithmetic.standard());
  }

  /// The same with another seed.
  public RunConfig withSeed(long other) {
    return with(draft -> draft.seed = other);
  }

  /// The same with another number of steps.
  public RunConfig withSteps(int other) {
    return with(draft -> draft.steps = other);
  }

  /// The same with another number of sequences in a batch.
  public RunConfig withBatch(int other) {
    return with(draft -> draft.batch = other);
  }

  /// The same with another rule for the step, and the learning rate that suits it.
  public RunConfig withRule(UpdateRule other, double itsLearningRate) {
    return with(draft -> draft.rule = other).withLearningRate(itsLearningRate);
  }

  /// The same with another learning rate.
  public RunConfig withLearningRate(double other) {
    return with(draft -> draft.learningRate = other);
  }

  /// The same with another course of the learning rate.
  public RunConfig withSchedule(Schedule other) {
    return with(draft -> draft.schedule = other);
  }

  /// The same with gradients that go back otherwise.
  public RunConfig withTruncation(Truncation other) {
    return with(draft -> draft.truncation = other);
  }

  /// The same with another limit for the gradient's norm; none is infinity.
  public RunConfig withClip(double other) {
    return with(draft -> draft.clip = other);
  }

  /// The same with another rule for its end.
  public RunConfig withEnd(EarlyStop other) {
    return with(draft -> draft.end = other);
  }

  /// The same in another precision.
  public RunConfig withPrecision(Precision other) {
    return withArithmetic(new Arithmetic(other, arithmetic.shards()));
  }

  /// The same, computed otherwise.
  public RunConfig withArithmetic(Arithmetic other) {
    return with(draft -> draft.arithmetic = other);
  }

  private RunConfig with(Consumer<Draft> change) {
    Draft draft = new Draft();
    change.accept(draft);
    return draft.config();
  }

  /// This configuration while it is being changed.
  private final class Draft {
    private long seed = RunConfig.this.seed;
    private int steps = RunConfig.this.steps;
    private int batch = RunConfig.this.batch;
    private UpdateRule rule = RunConfig.this.rule;
    private double learningRate = RunConfig.this.learningRate;
    private Schedule schedule = RunConfig.this.schedule;
    private Truncation truncation = RunConfig.this.truncation;
    private double clip = RunConfig.this.clip;
    private EarlyStop end = RunConfig.this.end;
    private Arithmetic arithmetic = RunConfig.this.arithmetic;

    RunConfig config() {
      return new RunConfig(
          task,
          model,
          seed,
          steps,
          batch,
          rule,
          learningRate,
          schedule,
          truncation,
          clip,
          end,
          arithmetic);
    }
  }
}
