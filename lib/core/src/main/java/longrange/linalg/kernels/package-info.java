/// Fast arithmetic on plain arrays: products, activations, and whole sequences of a recurrent cell,
/// forward and backward, in double or in single precision.
///
/// There are two ways to compute, plain Java and the Vector API. [BackendChoice] makes both, and
/// says what is in the way of either in this Java runtime. Only the classes that begin with
/// `Vector` know `jdk.incubator.vector`; each has a plain twin that gives the same numbers, and is
/// its test (`timesColumn` alone adds them up in another order).
///
/// A class that ends in `64` computes in double precision. Its twin in single precision, which ends
/// in `32`, is generated from it (`SinglePrecision`, among the tests, which hold it fresh): so
/// there is one source to read and to change. Three pairs are written twice: [Exp64] and
/// `VectorExp64`, for a polynomial of fewer terms is exact to rounding in single precision, and
/// [Tiny64], for what is tiny depends on the precision.
///
/// Read [Block64] and [Arithmetic64] first, then [Sequence64]. This package must know nothing of
/// tapes, cells or training; it must not know its own parent `longrange.linalg`, which stands on
/// it.
@NullMarked
package longrange.linalg.kernels;

import org.jspecify.annotations.NullMarked;
