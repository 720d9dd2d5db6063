package longrange.cells;

import java.util.Optional;
import java.util.random.RandomGenerator;
import longrange.autodiff.Var;
import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import longrange.linalg.kernels.Wiring;
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
public record Rnn(DMatrixRMaj wx, DMatrixRMaj wh, DMatrixRMaj b, Activation phi)
    implements AffineCell {
  public Rnn {
    Shapes.need("Wh", wh, wh.getNumRows(), wh.getNumRows());
    new Affine(wx, wh, b); // refuses what does not fit
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

  /// A tanh network to train: W orthogonal, U uniform in ±1/√d, bias 0.
  ///
  /// An orthogonal W neither stretches nor shrinks, so that the gradient still arrives after some
  /// ten steps when training begins (Saxe et al. 2014).
  public static Rnn seeded(int d, int n, RandomGenerator random) {
    DMatrixRMaj wx = Matrices.uniform(d, n, 1 / Math.sqrt(d), random);
    return new Rnn(wx, Matrices.orthogonal(n, random), new DMatrixRMaj(1, n), Activation.TANH);
  }

  /// A tanh network to train, drawn as most libraries do: weights uniform in ±1/√n, bias 0.
  ///
  /// The spectral radius of W is then about 1/√3 = 0.58, and a gradient has lost half of its size
  /// in little more than one step. Of the adding problem of ten numbers, 0.167 without memory, five
  /// runs of 400 steps left 0.02, 0.04, 0.08, 0.11 and 0.14, where [#seeded] left 0.01 to 0.04.
  public static Rnn uniform(int d, int n, RandomGenerator random) {
    Affine drawn = Affine.seeded(d, n, n, random);
    return new Rnn(drawn.wx(), drawn.wh(), drawn.b(), Activation.TANH);
  }

  /// A rectifier network to train that begins as an adder (the IRNN of Le et al. 2015): W = I, U
  /// Gaussian of their deviation 0.001, bias 0.
  ///
  /// While every unit is active its Jacobian is exactly I. Nothing keeps it there, and nothing
  /// bounds the state. What it learns hangs on the seed: of the adding problem of ten numbers,
  /// 0.167 without memory, five runs of 400 steps left 0.02, 0.06, 0.07, 0.10 and 0.10.
  public static Rnn identity(int d, int n, RandomGenerator random) {
    DMatrixRMaj wx = Matrices.gaussian(d, n, 0.001, random);
    return new Rnn(wx, CommonOps_DDRM.identity(n), new DMatrixRMaj(1, n), Activation.RELU);
  }

  /// The same weights with another activation.
  public Rnn with(Activation other) {
    return new Rnn(wx, wh, b, other);
  }

  @Override
  public int stateSize() {
    return wh.getNumRows();
  }

  @Override
  public Var equations(Var x, Var h) {
    return phi.of(affine().equations(x, h));
  }

  @Override
  public Var step(Var x, Var h) {
    DMatrixRMaj next = next(x.value(), h.value());
    return h.tape()
        .record(
            next,
            dNext -> {
              DMatrixRMaj da = phi.pullBack(dNext, next);
              affine().pullBack(da, x, h.value());
              h.accumulate(() -> affine().stateShare(da));
            });
  }

  @Override
  public Optional<Fused> fused() {
    return phi == Activation.TANH ? Optional.of(Fused.of(Wiring.RNN, affine())) : Optional.empty();
  }

  @Override
  public DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj h) {
    Shapes.need("s", h, 1, stateSize());
    return affine().stateShare(phi.jacobian(next(x, h)));
  }

  /// `φ(x Wx + h Wh + b)`, (B,n).
  private DMatrixRMaj next(DMatrixRMaj x, DMatrixRMaj h) {
    needShapes(x, h);
    return phi.at(affine().value(x, h));
  }

  private Affine affine() {
    return new Affine(wx, wh, b);
  }
}
