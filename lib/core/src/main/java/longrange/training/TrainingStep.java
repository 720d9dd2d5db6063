package longrange.training;

import java.time.Duration;

/// What is told of one step of a training, as soon as it is done.
///
/// @param step from 1 to the number of steps
/// @param loss of the step's batch, before the step learned from it: so it is a loss on fresh data
/// @param gradientNorm the global norm of the gradient, before clipping
/// @param elapsed since the training began
public record TrainingStep(int step, double loss, double gradientNorm, Duration elapsed) {}
