package longrange.linalg;

import java.util.Optional;
import longrange.linalg.kernels.Backend;
import org.ejml.data.DMatrixRMaj;

/// The seam below all arithmetic that costs time: the three matrix products of a network.
///
/// One implementation is chosen once, at start, and its name stands in every result, so that a
/// figure can be made again on the same arithmetic. Implementations agree to rounding, not to the
/// last bit.
public interface Kernels {
  /// The name that chooses these kernels in `-Dlongrange.kernels=`, and that results carry.
  String name();

  /// `a b`, a new matrix.
  ///
  /// @param a (m,k). Not modified.
  /// @param b (k,n). Not modified.
  DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b);

  /// `a bᵀ`, a new matrix: the adjoint of the left factor of a product.
  ///
  /// @param a (m,k). Not modified.
  /// @param b (n,k). Not modified.
  DMatrixRMaj timesTransposed(DMatrixRMaj a, DMatrixRMaj b);

  /// `aᵀ b`, a new matrix: the adjoint of the right factor of a product.
  ///
  /// @param a (k,m). Not modified.
  /// @param b (k,n). Not modified.
  DMatrixRMaj transposedTimes(DMatrixRMaj a, DMatrixRMaj b);

  /// What runs a whole sequence as one operation; the reference has none, and goes step by step.
  default Optional<Backend> fusing() {
    return Optional.empty();
  }

  /// The kernels of this process: those that `-Dlongrange.kernels=` names, else the fastest that
  /// this Java runtime can do.
  ///
  /// @throws IllegalStateException when the property asks for what cannot be had; the message says
  ///   why, and the way out
  static Kernels chosen() {
    return KernelChoice.ofThisProcess();
  }
}
