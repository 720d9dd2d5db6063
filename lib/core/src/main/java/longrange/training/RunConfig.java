package longrange.training;

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
/// @param learningRate of Adam
/// @param clip the global gradient norm above which a gradient is scaled down to it
public record RunConfig(
    Task task,
    Architecture model,
    long seed,
    int steps,
    int batch,
    double learningRate,
    double clip) {
  public RunConfig {
    need(steps >= 1, "steps", steps, "at least 1");
    need(batch >= 1, "batch", batch, "at least 1");
    need(learningRate > 0, "learningRate", learningRate, "more than 0");
    need(clip > 0, "clip", clip, "more than 0");
  }

  /// Settings that suit a small network on a short task: seed 1, 1000 steps of 32 sequences,
  /// learning rate 0.003, gradients clipped at norm 1.
  public static RunConfig of(Task task, Architecture model) {
    return new RunConfig(task, model, 1, 1000, 32, 0.003, 1);
  }

  /// The same with another seed.
  public RunConfig withSeed(long other) {
    return new RunConfig(task, model, other, steps, batch, learningRate, clip);
  }

  /// The same with another number of steps.
  public RunConfig withSteps(int other) {
    return new RunConfig(task, model, seed, other, batch, learningRate, clip);
  }

  /// The same with another learning rate.
  public RunConfig withLearningRate(double other) {
    return new RunConfig(task, model, seed, steps, batch, other, clip);
  }

  private static void need(boolean holds, String name, Number value, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("%s is %s: need %s".formatted(name, value, rule));
    }
  }
}
