package longrange.probes;

import java.util.ArrayList;
import java.util.List;
import longrange.cells.Cell;
import longrange.linalg.Cancellation;
import longrange.linalg.RayleighAscent;
import longrange.linalg.ScaledMatrix;
import longrange.linalg.Sequences;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Measures `∂s_T/∂s_{T-k}` for every lag k from 0 to T, exactly, in one backward sweep.
///
/// It is the ordinary backward pass, seeded with the identity. The sequence stands n times in the
/// batch; row i asks for the gradient of output i. What arrives at the state k steps earlier has
/// `∂s_T,i/∂s_{T-k},j` at (i,j): this is the Jacobian in the column convention of the chapters,
/// `D_T W ⋯ D_{T-k+1} W` for an [longrange.cells.Rnn]. Each step is swept by itself, and between
/// two of them the size moves into an exponent; so no lag is too long for a double.
///
/// @param cell what is probed
/// @param cancellation asked at every lag
public record JacobianProbe(Cell cell, Cancellation cancellation) {
  /// A probe of this cell. It stops when its thread is interrupted.
  public static JacobianProbe of(Cell cell) {
    return new JacobianProbe(cell, Cancellation.onInterrupt());
  }

  /// The same probe, which asks at every lag whether it is to stop.
  public JacobianProbe until(Cancellation asked) {
    return new JacobianProbe(cell, asked);
  }

  /// Probes a run without input.
  ///
  /// @param s0 the state before the first step, (1,n). Not modified.
  public Jacobians run(int steps, DMatrixRMaj s0) {
    return run(Sequences.zeros(steps, 1, cell.inputSize()), s0);
  }

  /// Probes a run on one sequence.
  ///
  /// @param inputs T times (1,d). Not modified.
  /// @param s0 the state before the first step, (1,n). Not modified.
  public Jacobians run(List<DMatrixRMaj> inputs, DMatrixRMaj s0) {
    Shapes.need("s0", s0, 1, cell.stateSize());
    Backward back = Backward.of(cell, inputs, s0);
    RayleighAscent ascent = new RayleighAscent(cancellation);
    List<ScaledMatrix> byLag = new ArrayList<>();
    double[] norms = new double[inputs.size() + 1];
    byLag.add(ScaledMatrix.of(CommonOps_DDRM.identity(cell.stateSize())));
    for (int t = inputs.size() - 1; t >= 0; t--) {
      cancellation.check("the Jacobian probe at lag " + byLag.size());
      ScaledMatrix later = byLag.getLast();
      ScaledMatrix next =
          ScaledMatrix.taking(back.overOneStep(t, later.mantissa()), later.exponent());
      norms[byLag.size()] = ascent.log10Norm(next); // while it is in the cache
      byLag.add(next);
    }
    return new Jacobians(
        back.states(), byLag, norms, ClosedForms.of(cell, inputs, back.states()), cancellation);
  }
}
