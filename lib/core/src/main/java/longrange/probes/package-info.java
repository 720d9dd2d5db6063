/// What is measured on a run: exact Jacobians over every lag, where a gradient comes from, and what
/// becomes of a difference that is not small.
///
/// The norm of `∂s_T/∂s_{T-k}` of a cell on an input, for every lag k, is one line:
///
/// ```
/// double[] log10 = JacobianProbe.of(cell).run(inputs, s0).log10Norms();
/// ```
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
