/// Recurrent cells. Each exists twice: as `equations`, in small operations as printed in its paper,
/// and as `step`, one fused operation with a pullback derived by hand. Each is the other's test.
///
/// Rows are sequences: a state is (B,n), an input (B,d), and a weight stands to the right, `h Wh`.
/// The course's chapters write columns, `W h`; then `W = Whᵀ` and `U = Wxᵀ`.
///
/// Read [Cell] first, then [Rnn], where the two views stand side by side: an Elman network, an
/// orthogonal one, one that starts at the identity. Without gates come [Jordan], [SkipRnn] and
/// [LayerNormRnn]; with gates [Lstm], [CarouselLstm], the first of its kind, and [Gru], whose
/// gradient goes along [Paths]. [Stacked] makes one cell of several, and a [CellKind] is a cell
/// before it has weights. All of them are a [Piece] of a network.
///
/// What is measured on a cell is in `longrange.probes`: `JacobianProbe.of(cell).run(inputs, s0)` is
/// its derivative over every lag. What a cell is built into is in `longrange.models`. This package
/// must know nothing of tasks, losses or probes.
@NullMarked
package longrange.cells;

import org.jspecify.annotations.NullMarked;
