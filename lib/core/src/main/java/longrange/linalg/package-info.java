/// Matrices and what is measured on them: products behind one seam, seeded random matrices, the
/// spectral norm and the spectral radius.
///
/// A newcomer needs little of it: [Matrices] makes them, [Shapes] and [Need] refuse what does not
/// fit, and [Sequences] are lists of them. [ScaledMatrix] is a matrix beyond the range of a double,
/// as products of Jacobians are. The package to read first is `longrange.autodiff`.
///
/// Matrices are EJML's `DMatrixRMaj`, double precision, row-major. This package must know nothing
/// of networks, gradients or training.
@NullMarked
package longrange.linalg;

import org.jspecify.annotations.NullMarked;
