package longrange.cells;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.autodiff.LayerNorm;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Kernels;
import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// A simple recurrent network whose pre-activations are normalised in every step (Ba et al. 2016,
/// equation 4): `a = x Wx + h Wh`, `h' = tanh(γ ∘ LN(a) + b)`.
///
/// However large or small W is, the units see numbers of variance 1. The Jacobian in columns is `D
/// diag(γ) J_LN W`: [LayerNorm] divides it by the deviation of a, so that W and twice W have nearly
/// the same one, and takes two directions out of it in every step.
///
/// @param wx input weights, (d,n)
/// @param wh recurrent weights, (n,n)
/// @param gain γ, (1,n)
/// @param b bias, (1,n)
/// @param epsilon ε of the normalisation
public record LayerNormRnn(
    DMatrixRMaj wx, DMatrixRMaj wh, DMatrixRMaj gain, DMatrixRMaj b, double epsilon)
    implements Cell {
  /// Small beside the variance of any pre-activation that is not nearly constant. PyTorch's value.
  private static final double EPSILON = 1e-5;

  public LayerNormRnn {
    int n = wh.getNumRows();
    Shapes.need("Wh", wh, n, n);
    Shapes.need("Wx", wx, wx.getNumRows(), n);
    Shapes.need("the gain", gain, 1, n);
    Shapes.need("b", b, 1, n);
  }

  /// A network to train: W orthogonal, U uniform in ±1/√d, gain 1, bias 0.
  public static LayerNormRnn seeded(int d, int n, RandomGenerator random) {
    Rnn plain = Rnn.seeded(d, n, random);
    DMatrixRMaj gain = new DMatrixRMaj(1, n);
    CommonOps_DDRM.fill(gain, 1);
    return new LayerNormRnn(plain.wx(), plain.wh(), gain, plain.b(), EPSILON);
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
    return List.of(wx, wh, gain, b);
  }

  @Override
  public Var equations(Var x, Var h) {
    Tape tape = h.tape();
    Var a = x.times(tape.parameter(wx)).plus(h.times(tape.parameter(wh)));
    Var normal = LayerNorm.of(a, epsilon);
    return normal.timesRow(tape.parameter(gain)).plusRow(tape.parameter(b)).tanh();
  }

  @Override
  public Var step(Var x, Var h) {
    Values v = values(x.value(), h.value());
    return h.tape().record(v.next, dNext -> pullBack(dNext, v, x, h));
  }

  /// The values of one step, (B,n) each.
  private record Values(DMatrixRMaj a, DMatrixRMaj normal, DMatrixRMaj next) {}

  private Values values(DMatrixRMaj x, DMatrixRMaj h) {
    needShapes(x, h);
    DMatrixRMaj a = Kernels.chosen().times(x, wx);
    CommonOps_DDRM.addEquals(a, Kernels.chosen().times(h, wh));
    DMatrixRMaj normal = LayerNorm.value(a, epsilon);
    DMatrixRMaj stretched = Matrices.timesRow(normal.copy(), gain);
    return new Values(a, normal, Activation.TANH.at(Matrices.plusRow(stretched, b)));
  }

  private void pullBack(DMatrixRMaj dNext, Values v, Var x, Var h) {
    Tape tape = h.tape();
    Kernels kernels = Kernels.chosen();
    DMatrixRMaj dBiased = Activation.TANH.pullBack(dNext, v.next);
    tape.parameter(b).accumulate(() -> CommonOps_DDRM.sumCols(dBiased, null));
    DMatrixRMaj dGain = CommonOps_DDRM.elementMult(dBiased, v.normal, null);
    tape.parameter(gain).accumulate(() -> CommonOps_DDRM.sumCols(dGain, null));
    DMatrixRMaj dNormal = Matrices.timesRow(dBiased.copy(), gain);
    DMatrixRMaj da = LayerNorm.pullBack(dNormal, v.a, v.normal, epsilon);
    x.accumulate(() -> kernels.timesTransposed(da, wx));
    h.accumulate(() -> kernels.timesTransposed(da, wh));
    tape.parameter(wx).accumulate(() -> kernels.transposedTimes(x.value(), da));
    tape.parameter(wh).accumulate(() -> kernels.transposedTimes(h.value(), da));
  }

  @Override
  public DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj h) {
    Shapes.need("s", h, 1, stateSize());
    Values v = values(x, h);
    DMatrixRMaj dGamma = Activation.TANH.pullBack(gain, v.next);
    DMatrixRMaj normalising = LayerNorm.jacobian(v.a, epsilon);
    DMatrixRMaj w = CommonOps_DDRM.transpose(wh, null);
    return Matrices.product(Matrices.diagonal(dGamma.data), normalising, w);
  }
}
