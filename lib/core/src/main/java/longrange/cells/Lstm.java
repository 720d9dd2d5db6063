package longrange.cells;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.autodiff.Var;
import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Long short-term memory with a forget gate, one step.
///
/// `i, f, o = σ(·)`, `g = tanh(·)`, `c' = f ∘ c + i ∘ g`, `h' = o ∘ tanh(c')`, the four
/// pre-activations in one product `z = x Wx + h Wh + b`, in the order i, f, o, g. The state is
/// `[h | c]`, (B,2n); others read h.
///
/// The path `c → c'` has derivative `diag(f)` and no weight matrix: this is why gradients last (Gers
/// et al. 2000, who added f to the cell of 1997, see [CarouselLstm]). It is not the whole
/// derivative: c also reaches `c'` through h and the gates, and there Wh stands in between. See
/// [Paths].
///
/// @param wx input weights, (d,4n)
/// @param wh recurrent weights, (n,4n)
/// @param b bias, (1,4n)
/// @param paths which paths a gradient takes
public record Lstm(DMatrixRMaj wx, DMatrixRMaj wh, DMatrixRMaj b, Paths paths) implements Gated {
  public Lstm {
    Shapes.need("Wh", wh, wh.getNumRows(), 4 * wh.getNumRows());
    new Affine(wx, wh, b); // refuses what does not fit
  }

  /// A network to train: weights uniform in ±1/√n, bias 0, but 1 at the forget gate.
  ///
  /// With f = σ(1) = 0.73 the state is kept for some steps when training begins (Jozefowicz et al.
  /// 2015). For another bias see [#withForgetBias].
  public static Lstm seeded(int d, int n, RandomGenerator random) {
    double reach = 1 / Math.sqrt(n);
    DMatrixRMaj wx = Matrices.uniform(d, 4 * n, reach, random);
    DMatrixRMaj wh = Matrices.uniform(n, 4 * n, reach, random);
    return new Lstm(wx, wh, new DMatrixRMaj(1, 4 * n), Paths.TOTAL).withForgetBias(1);
  }

  /// The same weights with this forget bias at every unit, and a copy of the other biases.
  public Lstm withForgetBias(double bias) {
    DMatrixRMaj changed = b.copy();
    for (int j = units(); j < 2 * units(); j++) {
      changed.set(j, bias);
    }
    return new Lstm(wx, wh, changed, paths);
  }

  /// The same weights with chrono initialisation: time scales drawn uniformly from 1 to longest - 1
  /// steps, one a unit, and the input gate as far closed as the forget gate is open (Tallec and
  /// Ollivier 2018, equation 16).
  ///
  /// @param longest the longest lag that is expected, more than 2
  public Lstm withChronoBias(double longest, RandomGenerator random) {
    DMatrixRMaj changed = b.copy();
    for (int j = 0; j < units(); j++) {
      double forget = Math.log(random.nextDouble(1, longest - 1));
      changed.set(j, -forget);
      changed.set(units() + j, forget);
    }
    return new Lstm(wx, wh, changed, paths);
  }

  @Override
  public Lstm along(Paths other) {
    return new Lstm(wx, wh, b, other);
  }

  @Override
  public int inputSize() {
    return wx.getNumRows();
  }

  @Override
  public int stateSize() {
    return 2 * units();
  }

  @Override
  public int outputSize() {
    return units();
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of(wx, wh, b);
  }

  @Override
  public Var equations(Var x, Var s) {
    int n = units();
    Var h = s.columns(0, n);
    Var c = s.columns(n, 2 * n);
    Var z = affine().equations(x, paths.read(h));
    Var i = z.columns(0, n).sigmoid();
    Var f = z.columns(n, 2 * n).sigmoid();
    Var o = z.columns(2 * n, 3 * n).sigmoid();
    Var g = z.columns(3 * n, 4 * n).tanh();
    Var next = f.hadamard(c).plus(i.hadamard(g));
    return o.hadamard(next.tanh()).beside(next);
  }

  @Override
  public Var step(Var x, Var s) {
    DMatrixRMaj gates = gates(x.value(), s.value());
    DMatrixRMaj next = new DMatrixRMaj(s.value().numRows, stateSize());
    for (int row = 0; row < next.numRows; row++) {
      for (int j = 0; j < units(); j++) {
        Unit unit = unit(gates, s.value(), row, j);
        next.set(row, j, unit.o * unit.y);
        next.set(row, units() + j, unit.next);
      }
    }
    return s.tape().record(next, dNext -> pullBack(dNext, gates, x, s));
  }

  private void pullBack(DMatrixRMaj dNext, DMatrixRMaj gates, Var x, Var s) {
    int n = units();
    DMatrixRMaj dz = new DMatrixRMaj(dNext.numRows, 4 * n);
    DMatrixRMaj ds = new DMatrixRMaj(dNext.numRows, 2 * n);
    for (int row = 0; row < dNext.numRows; row++) {
      for (int j = 0; j < n; j++) {
        Unit unit = unit(gates, s.value(), row, j);
        double dh = dNext.get(row, j);
        double dc = dNext.get(row, n + j) + dh * unit.onward();
        dz.set(row, j, dc * unit.byI());
        dz.set(row, n + j, dc * unit.byF());
        dz.set(row, 2 * n + j, dh * unit.byO());
        dz.set(row, 3 * n + j, dc * unit.byG());
        ds.set(row, n + j, dc * unit.f);
      }
    }
    affine().pullBack(dz, x, h(s.value()));
    if (paths == Paths.TOTAL) {
      CommonOps_DDRM.insert(affine().stateShare(dz), ds, 0, 0);
    }
    s.accumulate(() -> ds);
  }

  /// Four blocks. The columns of c hold two diagonals, `f` for `c'` and what goes on from there to
  /// `h'`. The columns of h are `∂s'/∂z Whᵀ`, and zero along the direct path.
  @Override
  public DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj s) {
    Shapes.need("s", s, 1, stateSize());
    int n = units();
    DMatrixRMaj gates = gates(x, s);
    DMatrixRMaj byZ = new DMatrixRMaj(2 * n, 4 * n);
    DMatrixRMaj jacobian = new DMatrixRMaj(2 * n, 2 * n);
    for (int j = 0; j < n; j++) {
      Unit unit = unit(gates, s, 0, j);
      double[] toC = {unit.byI(), unit.byF(), 0, unit.byG()};
      for (int gate = 0; gate < 4; gate++) {
        byZ.set(n + j, gate * n + j, toC[gate]);
        byZ.set(j, gate * n + j, unit.onward() * toC[gate]);
      }
      byZ.set(j, 2 * n + j, unit.byO());
      jacobian.set(n + j, n + j, unit.f);
      jacobian.set(j, n + j, unit.onward() * unit.f);
    }
    if (paths == Paths.TOTAL) {
      CommonOps_DDRM.insert(affine().stateShare(byZ), jacobian, 0, 0);
    }
    return jacobian;
  }

  /// One unit in one step, and the slopes of what it makes by the pre-activations of its gates.
  ///
  /// @param next `c'`
  /// @param y `tanh c'`
  private record Unit(double i, double f, double o, double g, double c, double next, double y) {
    double byI() { // of c'
      return g * i * (1 - i);
    }

    double byF() { // of c'
      return c * f * (1 - f);
    }

    double byG() { // of c'
      return i * (1 - g * g);
    }

    double byO() { // of h'
      return y * o * (1 - o);
    }

    double onward() { // of h' by c'
      return o * (1 - y * y);
    }
  }

  private Unit unit(DMatrixRMaj gates, DMatrixRMaj s, int row, int j) {
    int n = units();
    double i = gates.get(row, j);
    double f = gates.get(row, n + j);
    double g = gates.get(row, 3 * n + j);
    double c = s.get(row, n + j);
    double next = f * c + i * g;
    return new Unit(i, f, gates.get(row, 2 * n + j), g, c, next, Math.tanh(next));
  }

  /// `[i | f | o | g]`, (B,4n).
  private DMatrixRMaj gates(DMatrixRMaj x, DMatrixRMaj s) {
    needShapes(x, s);
    DMatrixRMaj gates = affine().value(x, h(s));
    for (int k = 0; k < gates.getNumElements(); k++) {
      boolean gate = k % gates.numCols < 3 * units();
      gates.data[k] = (gate ? Activation.SIGMOID : Activation.TANH).at(gates.data[k]);
    }
    return gates;
  }

  private int units() {
    return wh.getNumRows();
  }

  private DMatrixRMaj h(DMatrixRMaj s) {
    return CommonOps_DDRM.extract(s, 0, s.numRows, 0, units());
  }

  private Affine affine() {
    return new Affine(wx, wh, b);
  }
}
