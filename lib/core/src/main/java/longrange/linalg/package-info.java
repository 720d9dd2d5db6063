/// Matrices and what is measured on them: products behind one seam, seeded random matrices, the
/// spectral norm and the spectral radius.
///
/// Matrices are EJML's `DMatrixRMaj`, double precision, row-major. This package must know nothing
/// of networks, gradients or training.
@NullMarked
package longrange.linalg;

import org.jspecify.annotations.NullMarked;
