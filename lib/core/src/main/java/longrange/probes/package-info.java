/// What is measured on a run: exact Jacobians over every lag, where a gradient comes from, and what
/// becomes of a difference that is not small.
///
/// `∂s_T/∂s_{T-k}`, how the last state moves with the state k steps before it, is one line for
/// every lag k at once; and so are the logarithms of the norms of these matrices:
///
/// ```
/// Jacobians jacobians = JacobianProbe.of(cell).run(inputs, s0);
/// double[] log10 = jacobians.log10Norms();
/// ```
///
/// The cell of a trained network is `model.cell()`, and `model.zeroState(1)` is where its sequences
/// begin. A reservoir, an encoder and a decoder are cells, too; what an output of any other model
/// owes to each input is what [ByPosition] measures.
///
/// Read [JacobianProbe] first: it is the ordinary backward pass, seeded with the identity, and
/// needs no code of a cell's own. Its [Jacobians] are curves over the lag, of the whole state or of
/// a [Block] of it, beside the bound and the line `rᵏ` that are taken for them; [Decay] reads a
/// horizon or a half-life from a curve, and [Decades] prints what no double holds.
///
/// - All directions, not only the largest: [LyapunovSpectrum].
/// - Which steps a gradient of weights comes from, and what truncation keeps: [GradientByLag].
/// - What an output owes to each input, infinitesimally or not: [ByPosition].
/// - Which inputs reach which outputs at all: [DependencyGraph].
/// - A finite difference: [TwoRuns]. What a linear state holds: [MemoryCurve].
///
/// This package must know nothing of tasks or training.
@NullMarked
package longrange.probes;

import org.jspecify.annotations.NullMarked;
