package longrange.models;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Piece;
import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;

/// Reads an answer from an output, by a linear map: `y = h V + c`. An answer is some numbers, or
/// the logits of some classes.
///
/// @param v weights, (n,m)
/// @param c bias, (1,m)
public record Readout(DMatrixRMaj v, DMatrixRMaj c) implements Piece {
  public Readout {
    Shapes.need("c", c, 1, v.getNumCols());
  }

  /// Normal weights of deviation 1/√n, and bias 0.
  public static Readout seeded(int n, int m, RandomGenerator random) {
    return new Readout(Matrices.gaussian(n, m, 1 / Math.sqrt(n), random), new DMatrixRMaj(1, m));
  }

  @Override
  public int inputSize() {
    return v.getNumRows();
  }

  @Override
  public int outputSize() {
    return v.getNumCols();
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of(v, c);
  }

  /// The answers, (B,m).
  ///
  /// @param h (B,n)
  public Var of(Var h) {
    Tape tape = h.tape();
    return h.times(tape.parameter(v)).plusRow(tape.parameter(c));
  }
}
