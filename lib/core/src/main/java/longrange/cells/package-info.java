/// Recurrent cells. A cell is one step of a recurrent network: from an input and the state before
/// it makes the state after. The state is all that is remembered. Each cell exists twice: as
/// `equations`, in small operations as printed in its paper, and as `step`, one fused operation
/// with a pullback derived by hand. Each is the other's test.
///
/// Rows are sequences: of B sequences side by side, a batch, a state is (B,n), an input (B,d), and
/// a weight stands to the right, `h Wh`. The course's chapters write columns, `W h`; then `W = Whᵀ`
/// and `U = Wxᵀ`.
///
/// Read [Cell] first, then [Rnn], where the two views stand side by side: an Elman network, an
/// orthogonal one, one that starts at the identity. Other cells without gates are [Jordan],
/// [SkipRnn] and [LayerNormRnn]. A gate is a number between 0 and 1, computed anew in every step,
/// that says how much of another number passes: [Lstm] has them, [CarouselLstm], the first of its
/// kind, and [Gru]. Through these a gradient goes along [Paths]. [Stacked] makes one cell of
/// several, and a [CellKind] is a cell before it has weights.
///
/// A cell that is run over a sequence is a [Layer], and what comes of it is a [Run]; where the
/// kernels know the cell they make it one operation ([Fused]). What is measured on a cell is in
/// `longrange.probes`: `JacobianProbe.of(cell).run(inputs, s0)` is its derivative over every lag.
/// What a cell is built into is in `longrange.models`. This package must know nothing of tasks,
/// losses or probes.
@NullMarked
package longrange.cells;

import org.jspecify.annotations.NullMarked;
