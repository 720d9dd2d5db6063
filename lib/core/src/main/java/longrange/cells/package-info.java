/// Recurrent cells. Each exists twice: as `equations`, in small operations as printed in its paper,
/// and as `step`, one fused operation with a pullback derived by hand. Each is the other's test.
///
/// Rows are sequences: a state is (B,n), an input (B,d), and a weight stands to the right, `h Wh`.
/// The course's chapters write columns, `W h`; then `W = Whᵀ` and `U = Wxᵀ`. This package must know
/// nothing of tasks, losses or probes.
@NullMarked
package longrange.cells;

import org.jspecify.annotations.NullMarked;
