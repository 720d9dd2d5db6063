package longrange.linalg.kernels;

/// Which cell a fused sequence computes: its gates, in blocks of one column a unit.
///
/// What mixes units is a product of the state with some blocks and a product of the input with some
/// blocks. Where both make the same blocks they are one product, `[h | x] [Wh ; Wx]`.
public enum Wiring {
  /// `h' = tanh(z)`.
  RNN(1, 1, 0, false),

  /// `c' = f ∘ c + i ∘ g`, `h' = o ∘ tanh(c')`, blocks i, f, o, g.
  LSTM(4, 4, 0, true),

  /// `h' = z ∘ h + (1 - z) ∘ tanh(x + r ∘ u)`, blocks u, r, z, x: u is the state's part of the
  /// candidate and x the input's part.
  GRU(4, 3, 1, false);

  /// The blocks of pre-activations.
  final int blocks;

  /// The state makes the blocks from 0 up to this one, exclusive.
  final int stateTo;

  /// The input makes the blocks from this one to the last.
  final int inputFrom;

  /// Whether the state is `[h | c]`, or h alone.
  final boolean memory;

  Wiring(int blocks, int stateTo, int inputFrom, boolean memory) {
    this.blocks = blocks;
    this.stateTo = stateTo;
    this.inputFrom = inputFrom;
    this.memory = memory;
  }

  /// Whether state and input make the same blocks.
  boolean merged() {
    return stateTo == blocks && inputFrom == 0;
  }
}
