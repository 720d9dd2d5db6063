package longrange.autodiff;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import longrange.linalg.Kernels;
import longrange.linalg.Shapes;
import longrange.linalg.kernels.Buffers;
import longrange.linalg.kernels.Precision;
import org.ejml.data.DMatrixRMaj;

/// The record of one forward computation: its values in the order of creation, each with its
/// pullback. That order is a topological one, so the backward sweep is the same list from its end.
public final class Tape {
  private static final DMatrixRMaj ONE = new DMatrixRMaj(new double[][] {{1}});

  private final boolean training;
  private final Precision precision;
  private final Buffers buffers;
  private final Kernels kernels = Kernels.chosen();
  private final List<Var> recorded = new ArrayList<>();
  private final IdentityHashMap<DMatrixRMaj, Var> parameters = new IdentityHashMap<>();
  private long multiplications;

  private Tape(boolean training, Precision precision, Buffers buffers) {
    this.training = training;
    this.precision = precision;
    this.buffers = buffers;
  }

  /// A tape on which parameters receive adjoints.
  public static Tape training() {
    return training(Precision.DOUBLE, new Buffers());
  }

  /// The same for one step of a training.
  ///
  /// @param precision within operations that are fused over a sequence; all others are double
  /// @param buffers lends to these what they need, to be reclaimed when the tape is done with
  public static Tape training(Precision precision, Buffers buffers) {
    return new Tape(true, precision, buffers);
  }

  /// A tape on which parameters are constants: adjoints reach states and inputs only.
  public static Tape frozen() {
    return new Tape(false, Precision.DOUBLE, new Buffers());
  }

  /// A leaf whose adjoint nobody wants. None is computed.
  public Var constant(DMatrixRMaj value) {
    return new Var(this, -1, value, null);
  }

  /// A leaf whose adjoint is wanted.
  public Var variable(DMatrixRMaj value) {
    return record(value, dValue -> {});
  }

  /// The leaf of a parameter: one and the same, however often the same matrix is asked for.
  public Var parameter(DMatrixRMaj value) {
    return parameters.computeIfAbsent(value, training ? this::variable : this::constant);
  }

  /// A result and its pullback: the one way by which operations, small or fused, come onto the
  /// tape.
  ///
  /// @param pullback takes the adjoint of the value, which it must not modify, and hands each
  ///   argument its share by [Var#accumulate]
  public Var record(DMatrixRMaj value, Consumer<DMatrixRMaj> pullback) {
    Var result = new Var(this, recorded.size(), value, pullback);
    recorded.add(result);
    return result;
  }

  /// Sweeps from a loss, (1,1), back to the leaves: every adjoint is then its gradient.
  public void backward(Var loss) {
    backward(loss, ONE);
  }

  /// Sweeps from `output` back to the leaves. Adjoints of an earlier sweep are forgotten.
  ///
  /// @param output where the sweep starts
  /// @param seed the adjoint of the output, in its shape: 1 for a loss, or one unit vector a row
  ///   for the Jacobian
  public void backward(Var output, DMatrixRMaj seed) {
    if (output.tape() != this || output.index < 0) {
      throw new IllegalArgumentException(
          "the output was not recorded on this tape: sweep on the tape that made it");
    }
    Shapes.need("the seed", seed, output.value().getNumRows(), output.value().getNumCols());
    recorded.forEach(Var::forgetAdjoint);
    output.accumulate(() -> seed);
    for (int i = output.index; i >= 0; i--) {
      recorded.get(i).pullBack();
    }
  }

  /// How many numbers were multiplied by [Var#times] on this tape so far, backward sweeps apart:
  /// m·k·n for each product. This is the count that formulas for the cost of a network speak of.
  public long multiplications() {
    return multiplications;
  }

  void countProduct(int m, int k, int n) {
    multiplications += (long) m * k * n;
  }

  /// The precision within operations that are fused over a sequence.
  public Precision precision() {
    return precision;
  }

  /// What lends large arrays to operations on this tape.
  public Buffers buffers() {
    return buffers;
  }

  Kernels kernels() {
    return kernels;
  }
}
