// Generated from Units64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// The part of a recurrent cell in which units do not see each other: from the pre-activations of
/// one time to the output, and back.
interface Units32 {
  /// Replaces the pre-activations of time t by the gates, and writes the state of time t + 1.
  void forward(Trace32 trace, int t);

  /// From the adjoint of the state at t + 1 to those of the pre-activations.
  ///
  /// @param trace what the forward pass left; of one sequence, it serves any number of adjoint
  ///   rows. Not modified.
  /// @param rows of adjoints: the trace's batch, unless that is 1
  /// @param dh adjoint of the output, (rows, units). Not modified.
  /// @param carried the adjoint of what goes past the product: that of c for an LSTM (read, and
  ///   replaced by that at t), `k ∘ dh` for a GRU (written), nothing for an RNN. (rows, units)
  /// @param dz adjoint of the pre-activations, (rows, blocks · units). Overwritten.
  void backward(Trace32 trace, int t, int rows, Block32 dh, Block32 carried, Block32 dz);
}
