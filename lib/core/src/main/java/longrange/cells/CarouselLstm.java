package longrange.cells;

import static longrange.cells.Activation.SIGMOID;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.autodiff.Var;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;

/// The first long short-term memory (Hochreiter and Schmidhuber 1997), one step. It has no forget
/// gate.
///
/// `i, o = σ(·)`, `g = 4σ(·) - 2`, `c' = c + i ∘ g`, `h' = o ∘ (2σ(c') - 1)`, the pre-activations
/// in one product `z = x Wx + h Wh + b`, in the order i, o, g. The state is `[h | c]`, (B,2n);
/// others read h.
///
/// The self-weight 1 of c is the constant error carousel: along the direct path `∂c'/∂c = I` at
/// every lag, exactly. The paper trains with this path alone, the truncated gradient, and so does
/// [#seeded]; the total derivative has the ways through the gates as well. See [Paths].
///
/// @param wx input weights, (d,3n)
/// @param wh recurrent weights, (n,3n)
/// @param b bias, (1,3n)
/// @param paths which paths a gradient takes
public record CarouselLstm(DMatrixRMaj wx, DMatrixRMaj wh, DMatrixRMaj b, Paths paths)
    implements LongShortTerm {
  public CarouselLstm {
    Shapes.need("Wh", wh, wh.getNumRows(), 3 * wh.getNumRows());
    new Affine(wx, wh, b); // refuses what does not fit
  }

  /// A network to train along the direct path: weights uniform in ±1/√n, bias 0.
  public static CarouselLstm seeded(int d, int n, RandomGenerator random) {
    Affine drawn = Affine.seeded(d, n, 3 * n, random);
    return new CarouselLstm(drawn.wx(), drawn.wh(), drawn.b(), Paths.DIRECT);
  }

  @Override
  public CarouselLstm along(Paths other) {
    return new CarouselLstm(wx, wh, b, other);
  }

  @Override
  public Var equations(Var x, Var s) {
    int n = outputSize();
    Var h = s.columns(0, n);
    Var c = s.columns(n, 2 * n);
    Var z = affine().equations(x, paths.read(h));
    Var i = z.columns(0, n).sigmoid();
    Var o = z.columns(n, 2 * n).sigmoid();
    Var g = z.columns(2 * n, 3 * n).scaled(0.5).tanh().scaled(2); // 2σ(a) - 1 = tanh(a/2)
    Var next = c.plus(i.hadamard(g));
    return o.hadamard(next.scaled(0.5).tanh()).beside(next);
  }

  @Override
  public Var step(Var x, Var s) {
    needShapes(x.value(), s.value());
    return memory().step(x, s);
  }

  @Override
  public DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj s) {
    Shapes.need("s", s, 1, stateSize());
    needShapes(x, s);
    return memory().jacobian(x, s);
  }

  private static Memory.Unit unit(double[] gates, double c) {
    double i = gates[0];
    double o = gates[1];
    double g = 4 * gates[2] - 2;
    double next = c + i * g;
    double y = 2 * SIGMOID.at(next) - 1;
    return new Memory.Unit(
        o * y,
        next,
        1,
        o * (1 - y * y) / 2,
        g * i * (1 - i),
        y * o * (1 - o),
        i * 4 * SIGMOID.slope(gates[2]));
  }

  private Memory memory() {
    return new Memory(affine(), List.of(SIGMOID, SIGMOID, SIGMOID), 1, paths, CarouselLstm::unit);
  }

  private Affine affine() {
    return new Affine(wx, wh, b);
  }
}
