/// Training: a configuration goes in, a history comes out, and the one prints in the other all that
/// is needed to run it again.
///
/// Read [RunConfig] first, then [Trainer], whose `run` is the whole loop, and [History], what
/// became of it. How a gradient becomes a step is a [Descent]: an [UpdateRule], [Sgd] or [Adam],
/// with a [Schedule] and a limit for the gradient's norm; how far back it goes is a [Truncation];
/// when to end is an [EarlyStop]. [ActorCritic] learns without right answers, from rewards.
///
/// This package must know nothing of notebooks or of how progress is shown: it only tells whoever
/// listens.
@NullMarked
package longrange.training;

import org.jspecify.annotations.NullMarked;
