package longrange.cells;

import static longrange.linalg.Matrices.product;
import static org.ejml.dense.row.CommonOps_DDRM.add;
import static org.ejml.dense.row.CommonOps_DDRM.concatColumns;
import static org.ejml.dense.row.CommonOps_DDRM.elementMult;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Kernels;
import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import longrange.linalg.kernels.Weights;
import longrange.linalg.kernels.Wiring;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Gated recurrent unit, one step: one state, one gate that shares between old and new.
///
/// `r, z = σ(x Wx + h Wh + b)`, `h̃ = tanh(x Wx + b + recurrent part)`, and `h'` is the mean of h
/// and h̃ with the weights z and 1 - z. Who gets z is a convention ([Update]), and where r acts is
/// another choice ([Reset]): both must be named whenever a weight or a figure goes from one library
/// to another. The columns of Wx and b are in the order r, z, h̃; Wh has r and z, and U is for h̃.
///
/// With k the share that is kept, `∂h'/∂h = diag(k) + …`: the dots are the ways through z, h̃ and
/// r. The first term alone is the direct path, see [Paths].
///
/// @param wx input weights, (d,3n)
/// @param wh recurrent weights of the gates, (n,2n)
/// @param u recurrent weights of the candidate h̃, (n,n)
/// @param b bias, (1,3n)
/// @param update what z stands for
/// @param reset where r acts
/// @param paths which paths a gradient takes
public record Gru(
    DMatrixRMaj wx,
    DMatrixRMaj wh,
    DMatrixRMaj u,
    DMatrixRMaj b,
    Update update,
    Reset reset,
    Paths paths)
    implements Gated {
  /// What the gate z stands for. `1 - σ(a) = σ(-a)`, so the two differ by the sign of z's weights.
  public enum Update {
    /// `h' = z ∘ h + (1 - z) ∘ h̃` (Cho et al. 2014; PyTorch).
    Z_KEEPS,
    /// `h' = (1 - z) ∘ h + z ∘ h̃` (Chung et al. 2014).
    Z_REPLACES
  }

  /// Where the gate r acts on the recurrent part of h̃.
  public enum Reset {
    /// `(r ∘ h) U` (Cho et al. 2014).
    BEFORE_PRODUCT,
    /// `r ∘ (h U)` (PyTorch, where a bias of its own is added to h U).
    AFTER_PRODUCT
  }

  public Gru {
    int n = u.getNumRows();
    Shapes.need("U", u, n, n);
    Shapes.need("Wh", wh, n, 2 * n);
    Shapes.need("Wx", wx, wx.getNumRows(), 3 * n);
    Shapes.need("b", b, 1, 3 * n);
  }

  /// A network to train: weights uniform in ±1/√n, bias 0.
  public static Gru seeded(int d, int n, Update update, Reset reset, RandomGenerator random) {
    double reach = 1 / Math.sqrt(n);
    return new Gru(
        Matrices.uniform(d, 3 * n, reach, random),
        Matrices.uniform(n, 2 * n, reach, random),
        Matrices.uniform(n, n, reach, random),
        new DMatrixRMaj(1, 3 * n),
        update,
        reset,
        Paths.TOTAL);
  }

  /// The same weights with this bias of z at every unit, and a copy of the other biases.
  public Gru withUpdateBias(double bias) {
    DMatrixRMaj changed = b.copy();
    for (int j = stateSize(); j < 2 * stateSize(); j++) {
      changed.set(j, bias);
    }
    return new Gru(wx, wh, u, changed, update, reset, paths);
  }

  @Override
  public Gru along(Paths other) {
    return new Gru(wx, wh, u, b, update, reset, other);
  }

  @Override
  public int inputSize() {
    return wx.getNumRows();
  }

  @Override
  public int stateSize() {
    return u.getNumRows();
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of(wx, wh, u, b);
  }

  @Override
  public Var equations(Var x, Var h) {
    int n = stateSize();
    Tape tape = h.tape();
    Var read = paths.read(h);
    Var fromInput = x.times(tape.parameter(wx)).plusRow(tape.parameter(b));
    Var gates = fromInput.columns(0, 2 * n).plus(read.times(tape.parameter(wh))).sigmoid();
    Var r = gates.columns(0, n);
    Var z = gates.columns(n, 2 * n);
    Var recurrent =
        switch (reset) {
          case BEFORE_PRODUCT -> r.hadamard(read).times(tape.parameter(u));
          case AFTER_PRODUCT -> r.hadamard(read.times(tape.parameter(u)));
        };
    Var candidate = fromInput.columns(2 * n, 3 * n).plus(recurrent).tanh();
    return switch (update) {
      case Z_KEEPS -> z.hadamard(h).plus(z.complement().hadamard(candidate));
      case Z_REPLACES -> z.complement().hadamard(h).plus(z.hadamard(candidate));
    };
  }

  @Override
  public Var step(Var x, Var h) {
    Values v = values(x.value(), h.value());
    return h.tape().record(v.next, dNext -> pullBack(dNext, v, x, h));
  }

  /// The values of one step, (B,n) each.
  ///
  /// @param read what U multiplies: `r ∘ h`, or h
  /// @param hu its product with U
  /// @param kept the share of h in `h'`: z, or 1 - z
  private record Values(
      DMatrixRMaj r,
      DMatrixRMaj read,
      DMatrixRMaj hu,
      DMatrixRMaj candidate,
      DMatrixRMaj kept,
      DMatrixRMaj next) {}

  private Values values(DMatrixRMaj x, DMatrixRMaj h) {
    needShapes(x, h);
    DMatrixRMaj fromInput = Matrices.plusRow(Kernels.chosen().times(x, wx), b);
    DMatrixRMaj forGates = Matrices.columns(fromInput, 0, 2 * stateSize());
    DMatrixRMaj gates = Activation.SIGMOID.at(add(forGates, Kernels.chosen().times(h, wh), null));
    DMatrixRMaj r = block(gates, 0);
    DMatrixRMaj z = block(gates, 1);
    DMatrixRMaj read = before() ? elementMult(r, h, null) : h;
    DMatrixRMaj hu = Kernels.chosen().times(read, u);
    DMatrixRMaj recurrent = before() ? hu : elementMult(r, hu, null);
    DMatrixRMaj candidate = Activation.TANH.at(add(block(fromInput, 2), recurrent, null));
    DMatrixRMaj kept = update == Update.Z_KEEPS ? z : CommonOps_DDRM.subtract(1, z, null);
    DMatrixRMaj replaced = CommonOps_DDRM.subtract(1, kept, null);
    DMatrixRMaj next =
        add(elementMult(kept, h, null), elementMult(replaced, candidate, null), null);
    return new Values(r, read, hu, candidate, kept, next);
  }

  private void pullBack(DMatrixRMaj dNext, Values v, Var x, Var h) {
    Kernels kernels = Kernels.chosen();
    DMatrixRMaj dz = elementMult(dNext, byZ(v, h.value()), null);
    DMatrixRMaj dCandidate = elementMult(dNext, byCandidate(v), null);
    DMatrixRMaj dHu = before() ? dCandidate : elementMult(dCandidate, v.r, null);
    DMatrixRMaj dRead = kernels.timesTransposed(dHu, u);
    DMatrixRMaj dr =
        before() ? elementMult(dRead, h.value(), null) : elementMult(dCandidate, v.hu, null);
    DMatrixRMaj dGates = concatColumns(Activation.SIGMOID.pullBack(dr, v.r), dz, null);
    DMatrixRMaj dFromInput = concatColumns(dGates, dCandidate, null);
    Tape tape = h.tape();
    x.accumulate(() -> kernels.timesTransposed(dFromInput, wx));
    tape.parameter(wx).accumulate(() -> kernels.transposedTimes(x.value(), dFromInput));
    tape.parameter(wh).accumulate(() -> kernels.transposedTimes(h.value(), dGates));
    tape.parameter(u).accumulate(() -> kernels.transposedTimes(v.read, dHu));
    tape.parameter(b).accumulate(() -> CommonOps_DDRM.sumCols(dFromInput, null));
    h.accumulate(() -> elementMult(dNext, v.kept, null));
    if (paths == Paths.TOTAL) {
      h.accumulate(() -> kernels.timesTransposed(dGates, wh));
      h.accumulate(() -> before() ? elementMult(dRead, v.r, null) : dRead);
    }
  }

  /// The kernels know PyTorch's conventions only.
  @Override
  public Optional<Fused> fused() {
    if (update != Update.Z_KEEPS || before() || paths != Paths.TOTAL) {
      return Optional.empty();
    }
    int n = stateSize();
    Weights weights = new Weights(wx, concatColumns(u, wh, null), b);
    return Optional.of(
        new Fused(
            Wiring.GRU,
            weights,
            (tape, adjoints) -> {
              tape.parameter(wx).accumulate(adjoints::wx);
              tape.parameter(u).accumulate(() -> Matrices.columns(adjoints.wh(), 0, n));
              tape.parameter(wh).accumulate(() -> Matrices.columns(adjoints.wh(), n, 3 * n));
              tape.parameter(b).accumulate(adjoints::b);
            }));
  }

  /// `diag(k) + diag(∂h'/∂z) Wz + diag(∂h'/∂h̃) H̃`, with W and U transposed into columns. Here H̃,
  /// the Jacobian of the pre-activation of h̃, is `U (diag(r) + diag(h) R)` with r before the
  /// product and `diag(r) U + diag(U h) R` after it, and `R = ∂r/∂h`.
  @Override
  public DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj h) {
    Shapes.need("s", h, 1, stateSize());
    Values v = values(x, h);
    DMatrixRMaj kept = diagonal(v.kept);
    if (paths == Paths.DIRECT) {
      return kept;
    }
    DMatrixRMaj ut = CommonOps_DDRM.transpose(u, null);
    DMatrixRMaj byR = diagonal(Activation.SIGMOID.pullBack(before() ? h : v.hu, v.r));
    DMatrixRMaj throughR = product(byR, transposed(wh, 0));
    DMatrixRMaj candidate =
        before()
            ? product(ut, add(diagonal(v.r), throughR, null))
            : add(product(diagonal(v.r), ut), throughR, null);
    DMatrixRMaj throughZ = product(diagonal(byZ(v, h)), transposed(wh, 1));
    DMatrixRMaj throughCandidate = product(diagonal(byCandidate(v)), candidate);
    return add(kept, add(throughZ, throughCandidate, null), null);
  }

  /// `∂h'` by the pre-activation of z, (B,n): `(h - h̃) k (1 - k)`, with the sign of z's part in k.
  private DMatrixRMaj byZ(Values v, DMatrixRMaj h) {
    int sign = update == Update.Z_KEEPS ? 1 : -1;
    DMatrixRMaj difference = add(sign, h, -sign, v.candidate, null);
    return Activation.SIGMOID.pullBack(difference, v.kept);
  }

  /// `∂h'` by the pre-activation of h̃, (B,n): `(1 - k) (1 - h̃²)`.
  private static DMatrixRMaj byCandidate(Values v) {
    DMatrixRMaj replaced = CommonOps_DDRM.subtract(1, v.kept, null);
    return Activation.TANH.pullBack(replaced, v.candidate);
  }

  private boolean before() {
    return reset == Reset.BEFORE_PRODUCT;
  }

  private DMatrixRMaj block(DMatrixRMaj a, int k) {
    return Matrices.columns(a, k * stateSize(), (k + 1) * stateSize());
  }

  private DMatrixRMaj transposed(DMatrixRMaj w, int k) {
    return CommonOps_DDRM.transpose(block(w, k), null);
  }

  private static DMatrixRMaj diagonal(DMatrixRMaj row) {
    return Matrices.diagonal(row.data);
  }
}
