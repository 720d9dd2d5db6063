/// Chapter 3, the Jacobian product: what happens to a small change of the state on its way through
/// a recurrent net, and three numbers that are said to tell it.
///
/// Matrices are arrays of rows, vectors are columns: `W h` has the entries `Σ_j w[i][j] h[j]`. It
/// must know nothing but the JDK.
@NullMarked
package longrange.exercises.ch03;

import org.jspecify.annotations.NullMarked;
