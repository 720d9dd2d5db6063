package longrange.cells;

import java.util.random.RandomGenerator;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Kernels;
import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// `a = x Wx + h Wh + b`, (B,m): what nearly every cell begins with, in both of its views.
///
/// @param wx (d,m)
/// @param wh (n,m)
/// @param b (1,m)
record Affine(DMatrixRMaj wx, DMatrixRMaj wh, DMatrixRMaj b) {
  Affine {
    Shapes.need(wx.getNumCols() == wh.getNumCols(), "Wx", wx, "Wh", wh, "Wx.cols = Wh.cols");
    Shapes.need("b", b, 1, wh.getNumCols());
  }

  /// Weights uniform in ±1/√n, bias 0.
  static Affine seeded(int d, int n, int m, RandomGenerator random) {
    double reach = 1 / Math.sqrt(n);
    DMatrixRMaj wx = Matrices.uniform(d, m, reach, random);
    return new Affine(wx, Matrices.uniform(n, m, reach, random), new DMatrixRMaj(1, m));
  }

  Var equations(Var x, Var h) {
    Tape tape = h.tape();
    Var fromInput = x.times(tape.parameter(wx));
    Var fromState = h.times(tape.parameter(wh));
    return fromInput.plus(fromState).plusRow(tape.parameter(b));
  }

  DMatrixRMaj value(DMatrixRMaj x, DMatrixRMaj h) {
    DMatrixRMaj a = Kernels.chosen().times(x, wx);
    CommonOps_DDRM.addEquals(a, Kernels.chosen().times(h, wh));
    return Matrices.plusRow(a, b);
  }

  /// Hands the input and the weights their shares.
  ///
  /// @param da the adjoint of a, (B,m). Not modified.
  /// @param x the input, (B,d)
  /// @param h the state that was read, (B,n). Not modified.
  void pullBack(DMatrixRMaj da, Var x, DMatrixRMaj h) {
    Kernels kernels = Kernels.chosen();
    Tape tape = x.tape();
    x.accumulate(() -> kernels.timesTransposed(da, wx));
    tape.parameter(wx).accumulate(() -> kernels.transposedTimes(x.value(), da));
    tape.parameter(wh).accumulate(() -> kernels.transposedTimes(h, da));
    tape.parameter(b).accumulate(() -> CommonOps_DDRM.sumCols(da, null));
  }

  /// The share of the state, `da Whᵀ`, (B,n). Given `∂s'/∂a` instead of an adjoint, it is the part
  /// of the cell's Jacobian that goes through a.
  ///
  /// @param da (B,m). Not modified.
  DMatrixRMaj stateShare(DMatrixRMaj da) {
    return Kernels.chosen().timesTransposed(da, wh);
  }
}
