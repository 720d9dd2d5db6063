/// Tasks whose data is made, not downloaded: each draws its batches from a generator that is passed
/// in, and knows what an answer without memory would cost.
///
/// This package must know nothing of networks or training.
@NullMarked
package longrange.tasks;

import org.jspecify.annotations.NullMarked;
