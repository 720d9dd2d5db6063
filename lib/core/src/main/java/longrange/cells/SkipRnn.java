package longrange.cells;

import java.util.random.RandomGenerator;
import longrange.autodiff.Var;
import longrange.linalg.Matrices;
import longrange.linalg.Need;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// A simple recurrent network with a shortcut through time, one step (after Lin et al. 1996): `h_t
/// = tanh(x_t Wx + h_{t-1} W₁ + h_{t-s} W_s + b)`.
///
/// The state holds the last s hidden layers, `[h_{t-1} | … | h_{t-s}]`, (B,sn); others read the
/// newest. A gradient can now go back k steps in about k/s factors: where the norm of one factor is
/// r, the shortest way keeps `r^(k/s)` instead of `r^k`. It still vanishes exponentially.
///
/// @param wx input weights, (d,n)
/// @param wh recurrent weights, (2n,n): W₁ above W_s
/// @param b bias, (1,n)
/// @param skip s, at least 2
public record SkipRnn(DMatrixRMaj wx, DMatrixRMaj wh, DMatrixRMaj b, int skip)
    implements AffineCell {
  public SkipRnn {
    Need.that(skip >= 2, "skip", skip, "at least 2, for a shortcut of one step is an Rnn");
    Shapes.need("Wh", wh, 2 * wh.getNumCols(), wh.getNumCols());
    new Affine(wx, wh, b); // refuses what does not fit
  }

  /// A network to train: U uniform in ±1/√d, bias 0, W₁ half an orthogonal matrix, and W_s half the
  /// identity, so that the shortcut begins as a plain one.
  public static SkipRnn seeded(int d, int n, int skip, RandomGenerator random) {
    DMatrixRMaj wh = new DMatrixRMaj(2 * n, n);
    CommonOps_DDRM.insert(Matrices.orthogonal(n, random), wh, 0, 0);
    CommonOps_DDRM.insert(CommonOps_DDRM.identity(n), wh, n, 0);
    CommonOps_DDRM.scale(0.5, wh);
    DMatrixRMaj wx = Matrices.uniform(d, n, 1 / Math.sqrt(d), random);
    return new SkipRnn(wx, wh, new DMatrixRMaj(1, n), skip);
  }

  @Override
  public int stateSize() {
    return skip * units();
  }

  @Override
  public int outputSize() {
    return units();
  }

  @Override
  public Var equations(Var x, Var s) {
    Var newest = s.columns(0, units());
    Var oldest = s.columns(kept(), stateSize());
    Var h = affine().equations(x, newest.beside(oldest)).tanh();
    return h.beside(s.columns(0, kept()));
  }

  @Override
  public Var step(Var x, Var s) {
    DMatrixRMaj read = read(s.value());
    DMatrixRMaj h = h(x.value(), s.value());
    DMatrixRMaj next =
        CommonOps_DDRM.concatColumns(h, Matrices.columns(s.value(), 0, kept()), null);
    return s.tape()
        .record(
            next,
            dNext -> {
              DMatrixRMaj da = Activation.TANH.pullBack(Matrices.columns(dNext, 0, units()), h);
              affine().pullBack(da, x, read);
              s.accumulate(() -> before(affine().stateShare(da), dNext));
            });
  }

  /// The adjoint of the state: what was read, and what was only moved on by one place.
  ///
  /// @param dRead (rows,2n)
  /// @param dNext (rows,sn)
  private DMatrixRMaj before(DMatrixRMaj dRead, DMatrixRMaj dNext) {
    int n = units();
    DMatrixRMaj moved = Matrices.columns(dNext, n, stateSize());
    DMatrixRMaj ds = CommonOps_DDRM.concatColumns(moved, Matrices.columns(dRead, n, 2 * n), null);
    for (int row = 0; row < ds.numRows; row++) {
      for (int j = 0; j < n; j++) {
        ds.add(row, j, dRead.get(row, j));
      }
    }
    return ds;
  }

  /// The first n rows are `D W₁` at the newest and `D W_s` at the oldest hidden layer. Below them,
  /// the identity moves every layer on by one place.
  @Override
  public DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj s) {
    Shapes.need("s", s, 1, stateSize());
    int n = units();
    DMatrixRMaj byRead = affine().stateShare(Activation.TANH.jacobian(h(x, s)));
    DMatrixRMaj jacobian = new DMatrixRMaj(stateSize(), stateSize());
    CommonOps_DDRM.insert(Matrices.columns(byRead, 0, n), jacobian, 0, 0);
    CommonOps_DDRM.insert(Matrices.columns(byRead, n, 2 * n), jacobian, 0, kept());
    CommonOps_DDRM.insert(CommonOps_DDRM.identity(kept()), jacobian, n, 0);
    return jacobian;
  }

  private DMatrixRMaj h(DMatrixRMaj x, DMatrixRMaj s) {
    needShapes(x, s);
    return Activation.TANH.at(affine().value(x, read(s)));
  }

  /// `[h_{t-1} | h_{t-s}]`, (B,2n).
  private DMatrixRMaj read(DMatrixRMaj s) {
    DMatrixRMaj newest = Matrices.columns(s, 0, units());
    return CommonOps_DDRM.concatColumns(newest, Matrices.columns(s, kept(), stateSize()), null);
  }

  /// The columns that are only moved on; the oldest layer begins after them.
  private int kept() {
    return stateSize() - units();
  }

  private int units() {
    return wh.getNumCols();
  }

  private Affine affine() {
    return new Affine(wx, wh, b);
  }
}
