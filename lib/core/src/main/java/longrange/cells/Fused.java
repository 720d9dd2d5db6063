package longrange.cells;

import java.util.function.BiConsumer;
import longrange.autodiff.Tape;
import longrange.linalg.kernels.Weights;
import longrange.linalg.kernels.Wiring;

/// A cell in the form in which the kernels run it over a sequence.
///
/// @param wiring which cell it is
/// @param weights of the cell, in the order of the wiring's blocks
/// @param share hands the parameters on a tape their shares of the weights' adjoints
public record Fused(Wiring wiring, Weights weights, BiConsumer<Tape, Weights> share) {
  /// A cell that is made of one affine map.
  static Fused of(Wiring wiring, Affine affine) {
    return new Fused(
        wiring,
        new Weights(affine.wx(), affine.wh(), affine.b()),
        (tape, adjoints) -> {
          tape.parameter(affine.wx()).accumulate(adjoints::wx);
          tape.parameter(affine.wh()).accumulate(adjoints::wh);
          tape.parameter(affine.b()).accumulate(adjoints::b);
        });
  }
}
