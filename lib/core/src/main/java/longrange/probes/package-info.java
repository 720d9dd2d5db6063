/// What is measured on a run of a cell: its exact Jacobians over every lag, and what becomes of a
/// small difference.
///
/// A probe uses the ordinary backward pass, so that it needs no code of a cell's own. This package
/// must know nothing of tasks or training.
@NullMarked
package longrange.probes;

import org.jspecify.annotations.NullMarked;
