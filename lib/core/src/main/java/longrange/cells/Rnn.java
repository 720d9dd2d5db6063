package longrange.cells;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Kernels;
import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// The simple recurrent network of Elman (1990), one step: `h' = φ(x Wx + h Wh + b)`.
///
/// Its Jacobian in columns is `∂h'/∂h = D W`, with `W = Whᵀ` and `D = diag(φ')`. Over k steps this
/// is a product of k such matrices, newest on the left, and each of them holds the same W.
///
/// @param wx input weights, (d,n)
/// @param wh recurrent weights, (n,n)
/// @param b bias, (1,n)
/// @param phi the activation φ
public record Rnn(DMatrixRMaj wx, DMatrixRMaj wh, DMatrixRMaj b, Activation phi) implements Cell {
  public Rnn {
    Shapes.need("Wh", wh, wh.getNumRows(), wh.getNumRows());
    Shapes.need(wx.getNumCols() == wh.getNumRows(), "Wx", wx, "Wh", wh, "Wx.cols = Wh.rows");
    Shapes.need("b", b, 1, wh.getNumCols());
  }

  /// A tanh network in the notation of the chapters, `h' = tanh(W h + U x + b)` with columns.
  ///
  /// @param w recurrent weights W, (n,n). Copied.
  /// @param u input weights U, (n,d). Copied.
  /// @param b bias, n numbers
  public static Rnn fromColumns(DMatrixRMaj w, DMatrixRMaj u, double... b) {
    return new Rnn(
        CommonOps_DDRM.transpose(u, null),
        CommonOps_DDRM.transpose(w, null),
        Matrices.row(b.clone()),
        Activation.TANH);
  }

  /// A tanh network in which each unit has an input of its own, U = I: `h' = tanh(W h + x + b)`
  /// with columns. Without input it is the bare `h' = tanh(W h + b)`.
  ///
  /// @param w recurrent weights W, (n,n). Copied.
  /// @param b bias, n numbers; none means zero
  public static Rnn fromColumns(DMatrixRMaj w, double... b) {
    int n = w.getNumRows();
    return fromColumns(w, CommonOps_DDRM.identity(n), b.length == 0 ? new double[n] : b);
  }

  /// A network to train: W orthogonal, U uniform in ±1/√d, bias 0.
  ///
  /// An orthogonal W neither stretches nor shrinks, so that the gradient still arrives after some
  /// ten steps when training begins (Saxe et al. 2014).
  public static Rnn seeded(int d, int n, RandomGenerator random) {
    DMatrixRMaj wx = new DMatrixRMaj(d, n);
    double reach = 1 / Math.sqrt(d);
    for (int i = 0; i < wx.getNumElements(); i++) {
      wx.set(i, random.nextDouble(-reach, reach));
    }
    return new Rnn(wx, Matrices.orthogonal(n, random), new DMatrixRMaj(1, n), Activation.TANH);
  }

  /// The same weights with another activation.
  public Rnn with(Activation other) {
    return new Rnn(wx, wh, b, other);
  }

  @Override
  public int inputSize() {
    return wx.getNumRows();
  }

  @Override
  public int stateSize() {
    return wh.getNumRows();
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of(wx, wh, b);
  }

  @Override
  public Var equations(Var x, Var h) {
    Tape tape = h.tape();
    Var fromInput = x.times(tape.parameter(wx));
    Var fromState = h.times(tape.parameter(wh));
    return phi.of(fromInput.plus(fromState).plusRow(tape.parameter(b)));
  }

  @Override
  public Var step(Var x, Var h) {
    Tape tape = h.tape();
    Kernels kernels = Kernels.chosen();
    DMatrixRMaj next = next(x.value(), h.value());
    return tape.record(
        next,
        dNext -> {
          DMatrixRMaj da = timesSlope(dNext, next);
          x.accumulate(() -> kernels.timesTransposed(da, wx));
          h.accumulate(() -> kernels.timesTransposed(da, wh));
          tape.parameter(wx).accumulate(() -> kernels.transposedTimes(x.value(), da));
          tape.parameter(wh).accumulate(() -> kernels.transposedTimes(h.value(), da));
          tape.parameter(b).accumulate(() -> CommonOps_DDRM.sumCols(da, null));
        });
  }

  @Override
  public DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj h) {
    Shapes.need("s", h, 1, stateSize());
    DMatrixRMaj next = next(x, h);
    DMatrixRMaj dw = CommonOps_DDRM.transpose(wh, null);
    for (int i = 0; i < dw.numRows; i++) {
      double slope = phi.slope(next.get(0, i));
      for (int j = 0; j < dw.numCols; j++) {
        dw.set(i, j, slope * dw.get(i, j));
      }
    }
    return dw;
  }

  /// `φ(x Wx + h Wh + b)`, (B,n).
  private DMatrixRMaj next(DMatrixRMaj x, DMatrixRMaj h) {
    needShapes(x, h);
    DMatrixRMaj a = Kernels.chosen().times(x, wx);
    CommonOps_DDRM.addEquals(a, Kernels.chosen().times(h, wh));
    for (int i = 0; i < a.getNumElements(); i++) {
      a.data[i] = phi.at(a.data[i] + b.data[i % a.numCols]);
    }
    return a;
  }

  /// `dNext ∘ φ'`, (B,n): the adjoint of the pre-activation.
  private DMatrixRMaj timesSlope(DMatrixRMaj dNext, DMatrixRMaj next) {
    DMatrixRMaj da = dNext.copy();
    for (int i = 0; i < da.getNumElements(); i++) {
      da.data[i] *= phi.slope(next.data[i]);
    }
    return da;
  }
}
