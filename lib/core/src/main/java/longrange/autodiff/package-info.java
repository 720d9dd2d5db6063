/// Reverse-mode differentiation: a tape of matrices, each with the pullback that made it. This is
/// the package to read first; `longrange.cells`, `longrange.models` and `longrange.probes` follow.
///
/// The words are those of the literature. A tape records a computation. The adjoint of X, `dX`, is
/// the derivative of one chosen quantity, such as a loss, with respect to X; it has the shape of X.
/// A pullback takes the adjoint of a result to the adjoints of its arguments. A sweep goes back
/// over the tape, from the last result to the first argument, and calls every pullback on its way.
///
/// Read [Tape] first, then [Var], where each operation has its value and its pullback side by side.
/// Two operations have a file of their own: [LayerNorm] and [Losses]. The tests check all of them
/// against central differences. This package must know nothing of networks: a cell, a layer or a
/// probe is made of it.
@NullMarked
package longrange.autodiff;

import org.jspecify.annotations.NullMarked;
