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

/// The network of Jordan (1986), one step: what goes back is the output, not the hidden layer.
///
/// `h = φ(x Wx + y Wy + b)`, `y' = ψ(h V + c)`. The state is the output y, (B,m), and nothing else
/// is remembered. So the Jacobian `∂y'/∂y` in columns, `Ψ Vᵀ Φ Wyᵀ`, has a rank of at most m
/// however large the hidden layer is. (Jordan's own network also lets y decay slowly; we follow the
/// form that is usual today.)
///
/// @param wx input weights, (d,n)
/// @param wy weights of the output that comes back, (m,n)
/// @param b bias of the hidden layer, (1,n)
/// @param v output weights, (n,m)
/// @param c output bias, (1,m)
/// @param phi the activation φ of the hidden layer
/// @param psi the activation ψ of the output
public record Jordan(
    DMatrixRMaj wx,
    DMatrixRMaj wy,
    DMatrixRMaj b,
    DMatrixRMaj v,
    DMatrixRMaj c,
    Activation phi,
    Activation psi)
    implements Cell {
  public Jordan {
    new Affine(wx, wy, b); // refuses what does not fit
    Shapes.need("V", v, wy.getNumCols(), wy.getNumRows());
    Shapes.need("c", c, 1, wy.getNumRows());
  }

  /// A network to train, tanh in both layers: weights uniform in ±1/√ of what they sum over, bias
  /// 0.
  ///
  /// @param d the columns of an input
  /// @param n the hidden units
  /// @param m the outputs
  public static Jordan seeded(int d, int n, int m, RandomGenerator random) {
    return new Jordan(
        Matrices.uniform(d, n, 1 / Math.sqrt(d + m), random),
        Matrices.uniform(m, n, 1 / Math.sqrt(d + m), random),
        new DMatrixRMaj(1, n),
        Matrices.uniform(n, m, 1 / Math.sqrt(n), random),
        new DMatrixRMaj(1, m),
        Activation.TANH,
        Activation.TANH);
  }

  @Override
  public int inputSize() {
    return wx.getNumRows();
  }

  @Override
  public int stateSize() {
    return wy.getNumRows();
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of(wx, wy, b, v, c);
  }

  @Override
  public Var equations(Var x, Var y) {
    Tape tape = y.tape();
    Var h = phi.of(hidden().equations(x, y));
    return psi.of(h.times(tape.parameter(v)).plusRow(tape.parameter(c)));
  }

  @Override
  public Var step(Var x, Var y) {
    Tape tape = y.tape();
    Kernels kernels = Kernels.chosen();
    DMatrixRMaj h = h(x.value(), y.value());
    DMatrixRMaj next = next(h);
    return tape.record(
        next,
        dNext -> {
          DMatrixRMaj dOut = psi.pullBack(dNext, next);
          DMatrixRMaj da = phi.pullBack(kernels.timesTransposed(dOut, v), h);
          tape.parameter(c).accumulate(() -> CommonOps_DDRM.sumCols(dOut, null));
          tape.parameter(v).accumulate(() -> kernels.transposedTimes(h, dOut));
          hidden().pullBack(da, x, y.value());
          y.accumulate(() -> hidden().stateShare(da));
        });
  }

  @Override
  public DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj y) {
    Shapes.need("s", y, 1, stateSize());
    DMatrixRMaj h = h(x, y);
    DMatrixRMaj vt = CommonOps_DDRM.transpose(v, null);
    DMatrixRMaj byA = Matrices.product(psi.jacobian(next(h)), vt, phi.jacobian(h)); // (m,n)
    return hidden().stateShare(byA);
  }

  private DMatrixRMaj h(DMatrixRMaj x, DMatrixRMaj y) {
    needShapes(x, y);
    return phi.at(hidden().value(x, y));
  }

  private DMatrixRMaj next(DMatrixRMaj h) {
    return psi.at(Matrices.plusRow(Kernels.chosen().times(h, v), c));
  }

  private Affine hidden() {
    return new Affine(wx, wy, b);
  }
}
