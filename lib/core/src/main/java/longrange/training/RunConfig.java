package longrange.training;

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
/// @param descent how each gradient becomes a step
/// @param truncation how far back gradients go
/// @param end when the training ends before its last step
/// @param arithmetic in which precision, and in how many parts of a batch, it is computed
public record RunConfig(
    Task task,
    Architecture model,
    long seed,
    int steps,
    int batch,
    Descent descent,
    Truncation truncation,
    EarlyStop end,
    Arithmetic arithmetic) {
  public RunConfig {
    Need.that(steps >= 1, "steps", steps, "at least 1");
    Need.that(batch >= 1, "batch", batch, "at least 1");
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
        Descent.standard(),
        new Truncation.None(),
        new EarlyStop.Never(),
        Arithmetic.standard());
  }

  /// The same with another seed.
  public RunConfig withSeed(long other) {
    return new RunConfig(task, model, other, steps, batch, descent, truncation, end, arithmetic);
  }

  /// The same with another number of steps.
  public RunConfig withSteps(int other) {
    return new RunConfig(task, model, seed, other, batch, descent, truncation, end, arithmetic);
  }

  /// The same with another number of sequences in a batch.
  public RunConfig withBatch(int other) {
    return new RunConfig(task, model, seed, steps, other, descent, truncation, end, arithmetic);
  }

  /// The same with another rule for the step, and the learning rate that suits it.
  public RunConfig withRule(UpdateRule other, double itsLearningRate) {
    return with(new Descent(other, itsLearningRate, descent.schedule(), descent.clip()));
  }

  /// The same with another learning rate.
  public RunConfig withLearningRate(double other) {
    return with(new Descent(descent.rule(), other, descent.schedule(), descent.clip()));
  }

  /// The same with another course of the learning rate.
  public RunConfig withSchedule(Schedule other) {
    return with(new Descent(descent.rule(), descent.learningRate(), other, descent.clip()));
  }

  /// The same with gradients that go back otherwise.
  public RunConfig withTruncation(Truncation other) {
    return new RunConfig(task, model, seed, steps, batch, descent, other, end, arithmetic);
  }

  /// The same with another limit for the gradient's norm; none is infinity.
  public RunConfig withClip(double other) {
    return with(new Descent(descent.rule(), descent.learningRate(), descent.schedule(), other));
  }

  /// The same with another rule for its end.
  public RunConfig withEnd(EarlyStop other) {
    return new RunConfig(task, model, seed, steps, batch, descent, truncation, other, arithmetic);
  }

  /// The same in another precision.
  public RunConfig withPrecision(Precision other) {
    return withArithmetic(new Arithmetic(other, arithmetic.shards()));
  }

  /// The same, computed otherwise.
  public RunConfig withArithmetic(Arithmetic other) {
    return new RunConfig(task, model, seed, steps, batch, descent, truncation, end, other);
  }

  private RunConfig with(Descent other) {
    return new RunConfig(task, model, seed, steps, batch, other, truncation, end, arithmetic);
  }
}
