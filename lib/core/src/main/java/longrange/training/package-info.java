/// Training: a configuration goes in, a history comes out, and the one prints in the other all that
/// is needed to run it again.
///
/// This package must know nothing of notebooks or of how progress is shown: it only tells whoever
/// listens.
@NullMarked
package longrange.training;

import org.jspecify.annotations.NullMarked;
