package longrange.training;

import longrange.linalg.Need;

/// How each gradient becomes a step of a training.
///
/// @param rule makes the step
/// @param learningRate of the rule
/// @param schedule the course of the learning rate
/// @param clip the global gradient norm above which a gradient is scaled down to it
public record Descent(UpdateRule rule, double learningRate, Schedule schedule, double clip) {
  public Descent {
    Need.that(learningRate > 0, "learningRate", learningRate, "more than 0");
    Need.that(clip > 0, "clip", clip, "more than 0");
  }

  /// Adam with the constant learning rate 0.003, gradients clipped at norm 1.
  public static Descent standard() {
    return new Descent(Adam.standard(), 0.003, new Schedule.Constant(), 1);
  }
}
