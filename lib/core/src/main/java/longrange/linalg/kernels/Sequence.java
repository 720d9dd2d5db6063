package longrange.linalg.kernels;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// A cell that was run over a sequence as one operation, and can be swept back, as often as wanted.
///
/// Outside everything is in double precision, whatever is inside.
public interface Sequence {
  /// The output `h` after input t, (B,n): a copy.
  DMatrixRMaj output(int t);

  /// The state after input t, (B,n), or `[h | c]`, (B,2n): a copy.
  DMatrixRMaj state(int t);

  /// The backward pass over the whole sequence.
  ///
  /// @param seeds the adjoints that arrive from outside
  /// @param inputsWanted whether the adjoints of the inputs are wanted
  Adjoints backward(Seeds seeds, boolean inputsWanted);

  /// Back over one step: from adjoints of the state after input t to those of the state before it.
  /// A run of one sequence takes any number of them, one a row, and so the identity: what comes
  /// back is then the Jacobian.
  ///
  /// @param after (B,n), or any number of rows for a run of one sequence. Not modified.
  DMatrixRMaj backOneStep(int t, DMatrixRMaj after);

  /// The adjoints that arrive from outside at some times.
  interface Seeds {
    /// The adjoint of the output after input t, (B,n); null where none arrived.
    @Nullable DMatrixRMaj output(int t);

    /// The adjoint of the state after input t, in its shape; null where none arrived.
    @Nullable DMatrixRMaj state(int t);
  }

  /// What a backward pass hands back.
  ///
  /// @param weights the adjoints of the weights
  /// @param first the adjoint of the state before the first input, in its shape
  /// @param inputs the adjoints of the inputs, T times (B,d); empty unless they were wanted
  record Adjoints(Weights weights, DMatrixRMaj first, List<DMatrixRMaj> inputs) {}
}
