package longrange.cells;

import static longrange.cells.Activation.SIGMOID;
import static longrange.cells.Activation.TANH;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import longrange.autodiff.Var;
import longrange.linalg.Need;
import longrange.linalg.Shapes;
import longrange.linalg.kernels.Wiring;
import org.ejml.data.DMatrixRMaj;

/// Long short-term memory with a forget gate, one step.
///
/// `i, f, o = σ(·)`, `g = tanh(·)`, `c' = f ∘ c + i ∘ g`, `h' = o ∘ tanh(c')`, the four
/// pre-activations in one product `z = x Wx + h Wh + b`, in the order i, f, o, g. The state is `[h
/// | c]`, (B,2n); others read h.
///
/// The path `c → c'` has derivative `diag(f)` and no weight matrix: this is why gradients last
/// (Gers et al. 2000, who added f to the cell of 1997, see [CarouselLstm]). It is not the whole
/// derivative: c also reaches `c'` through h and the gates, and there Wh stands in between. See
/// [Paths].
///
/// @param wx input weights, (d,4n)
/// @param wh recurrent weights, (n,4n)
/// @param b bias, (1,4n)
/// @param paths which paths a gradient takes
public record Lstm(DMatrixRMaj wx, DMatrixRMaj wh, DMatrixRMaj b, Paths paths)
    implements LongShortTerm {
  public Lstm {
    Shapes.need("Wh", wh, wh.getNumRows(), 4 * wh.getNumRows());
    new Affine(wx, wh, b); // refuses what does not fit
  }

  /// A network to train: weights uniform in ±1/√n, bias 0, but 1 at the forget gate.
  ///
  /// With f = σ(1) = 0.73 the state is kept for some steps when training begins (Jozefowicz et al.
  /// 2015). For another bias see [#withForgetBias].
  public static Lstm seeded(int d, int n, RandomGenerator random) {
    Affine drawn = Affine.seeded(d, n, 4 * n, random);
    return new Lstm(drawn.wx(), drawn.wh(), drawn.b(), Paths.TOTAL).withForgetBias(1);
  }

  /// The same weights with this forget bias at every unit, and a copy of the other biases.
  public Lstm withForgetBias(double bias) {
    DMatrixRMaj changed = b.copy();
    for (int j = outputSize(); j < 2 * outputSize(); j++) {
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
    Need.that(
        longest > 2, "longest", longest, "more than 2: time scales are drawn from 1 to one less");
    DMatrixRMaj changed = b.copy();
    for (int j = 0; j < outputSize(); j++) {
      double forget = Math.log(random.nextDouble(1, longest - 1));
      changed.set(j, -forget);
      changed.set(outputSize() + j, forget);
    }
    return new Lstm(wx, wh, changed, paths);
  }

  @Override
  public Lstm along(Paths other) {
    return new Lstm(wx, wh, b, other);
  }

  @Override
  public Var equations(Var x, Var s) {
    int n = outputSize();
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
    needShapes(x.value(), s.value());
    return memory().step(x, s);
  }

  @Override
  public Optional<Fused> fused() {
    return paths == Paths.TOTAL ? Optional.of(Fused.of(Wiring.LSTM, affine())) : Optional.empty();
  }

  @Override
  public DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj s) {
    Shapes.need("s", s, 1, stateSize());
    needShapes(x, s);
    return memory().jacobian(x, s);
  }

  private static Memory.Unit unit(double[] gates, double c) {
    double i = gates[0];
    double f = gates[1];
    double o = gates[2];
    double g = gates[3];
    double next = f * c + i * g;
    double y = Math.tanh(next);
    return new Memory.Unit(
        o * y,
        next,
        f,
        o * (1 - y * y),
        g * i * (1 - i),
        c * f * (1 - f),
        y * o * (1 - o),
        i * (1 - g * g));
  }

  private Memory memory() {
    return new Memory(affine(), List.of(SIGMOID, SIGMOID, SIGMOID, TANH), 2, paths, Lstm::unit);
  }

  private Affine affine() {
    return new Affine(wx, wh, b);
  }
}
