/// Reverse-mode differentiation: a tape of matrices, each with the pullback that made it.
///
/// The words are those of the literature. The adjoint of X, `dX`, is the derivative of the swept
/// quantity with respect to X, in X's shape. A pullback takes the adjoint of a result to the
/// adjoints of its arguments.
///
/// Read [Tape] first, then [Var], where each operation has its value and its pullback side by side;
/// [GradientCheck] is how all of them are checked. Two operations have a file of their own:
/// [LayerNorm] and [Losses]. The next package to read is `longrange.cells`. This one must know
/// nothing of networks: a cell, a layer or a probe is made of it.
@NullMarked
package longrange.autodiff;

import org.jspecify.annotations.NullMarked;
