package longrange.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Cancellation;
import longrange.linalg.Matrices;
import longrange.linalg.ScaledMatrix;
import longrange.linalg.SpectralNorm;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/// What one output owes to the input at each position, for a model of any kind: recurrent,
/// convolutional or with attention.
///
/// The gradient speaks of an infinitesimal change of the input, the influence of a whole one. They
/// part where a unit is saturated: the gradient is gone, the influence is not.
///
/// @param model from T inputs, (B,d) each, to one output, (B,m), on the tape of the inputs; row by
///   row, so that it may be asked for m outputs at once
public record ByPosition(Function<List<Var>, Var> model) {
  /// `∂y/∂x_t` for every position t, (m,d) each: the backward pass seeded with the identity, the
  /// sequence m times in the batch.
  ///
  /// @param inputs T times (1,d). Not modified.
  public List<DMatrixRMaj> gradients(List<DMatrixRMaj> inputs) {
    int m = output(inputs).getNumCols();
    Tape tape = Tape.frozen();
    List<Var> repeated = inputs.stream().map(x -> tape.variable(Matrices.repeated(x, m))).toList();
    tape.backward(model.apply(repeated), CommonOps_DDRM.identity(m));
    return repeated.stream().map(Var::adjoint).toList();
  }

  /// `log₁₀ ‖∂y/∂x_t‖` for every position t; -∞ where there is no path.
  ///
  /// @param inputs T times (1,d). Not modified.
  public double[] log10Gradients(List<DMatrixRMaj> inputs) {
    return gradients(inputs).stream()
        .mapToDouble(j -> SpectralNorm.log10(ScaledMatrix.of(j)))
        .toArray();
  }

  /// How far the output moves, `‖y' - y‖`, when the input at position t alone is drawn anew; the
  /// root mean square over some draws, for every t.
  ///
  /// @param inputs T times (1,d). Not modified.
  /// @param draws how often each input is replaced, at least 1
  /// @param random draws the replacements, normal with deviation 1
  public double[] influence(List<DMatrixRMaj> inputs, int draws, RandomGenerator random) {
    DMatrixRMaj y = output(inputs);
    return IntStream.range(0, inputs.size())
        .mapToDouble(t -> Math.sqrt(meanSquareMove(inputs, t, y, draws, random)))
        .toArray();
  }

  private double meanSquareMove(
      List<DMatrixRMaj> inputs, int t, DMatrixRMaj y, int draws, RandomGenerator random) {
    double sum = 0;
    for (int i = 0; i < draws; i++) {
      Cancellation.onInterrupt().check("the influence of position " + t);
      List<DMatrixRMaj> changed = new ArrayList<>(inputs);
      changed.set(t, Matrices.gaussian(1, inputs.get(t).getNumCols(), 1, random));
      double move = NormOps_DDRM.fastNormF(CommonOps_DDRM.subtract(output(changed), y, null));
      sum += move * move;
    }
    return sum / draws;
  }

  private DMatrixRMaj output(List<DMatrixRMaj> inputs) {
    Tape tape = Tape.frozen();
    return model.apply(inputs.stream().map(tape::constant).toList()).value();
  }
}
