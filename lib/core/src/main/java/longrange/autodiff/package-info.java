/// Reverse-mode differentiation: a tape of matrices, each with the pullback that made it.
///
/// The words are those of the literature. The adjoint of X, `dX`, is the derivative of the swept
/// quantity with respect to X, in X's shape. A pullback takes the adjoint of a result to the
/// adjoints of its arguments. This package must know nothing of networks: a cell, a loss or a probe
/// is made of it.
@NullMarked
package longrange.autodiff;

import org.jspecify.annotations.NullMarked;
