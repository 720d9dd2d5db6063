package longrange.autodiff;

import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import longrange.linalg.Kernels;
import longrange.linalg.Matrices;
import longrange.linalg.Need;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/// A matrix on a tape. Each operation is a value and, beside it, the pullback of that value.
///
/// A value must not change while its tape is in use: pullbacks read it.
public final class Var {
  private final Tape tape;
  final int index; // the place on the tape; -1 for a constant
  private final DMatrixRMaj value;
  private final @Nullable Consumer<DMatrixRMaj> pullback; // null for a constant
  private @Nullable DMatrixRMaj adjoint;

  Var(Tape tape, int index, DMatrixRMaj value, @Nullable Consumer<DMatrixRMaj> pullback) {
    this.tape = tape;
    this.index = index;
    this.value = value;
    this.pullback = pullback;
  }

  public Tape tape() {
    return tape;
  }

  public DMatrixRMaj value() {
    return value;
  }

  /// Whether nobody wants its adjoint.
  public boolean isConstant() {
    return pullback == null;
  }

  /// The adjoint that the last sweep brought here. Where it brought none there is no path from here
  /// to the output, and the derivative is zero. It may be shared: copy it to change it.
  public DMatrixRMaj adjoint() {
    return adjoint == null ? new DMatrixRMaj(value.getNumRows(), value.getNumCols()) : adjoint;
  }

  /// Adds a share of the adjoint; called by the pullbacks of what was made from this.
  ///
  /// @param share computed only if it is wanted: a constant asks for none. It may be shared with
  ///   others, and is not modified.
  public void accumulate(Supplier<DMatrixRMaj> share) {
    if (pullback != null) {
      adjoint = adjoint == null ? share.get() : CommonOps_DDRM.add(adjoint, share.get(), null);
    }
  }

  /// `A B`, (m,k)(k,n).
  public Var times(Var right) {
    needSameTape(right);
    DMatrixRMaj a = value;
    DMatrixRMaj b = right.value;
    Shapes.need(a.getNumCols() == b.getNumRows(), "A", a, "B", b, "A.cols = B.rows");
    tape.countProduct(a.getNumRows(), a.getNumCols(), b.getNumCols());
    Kernels kernels = tape.kernels();
    return tape.record(
        kernels.times(a, b),
        dC -> {
          accumulate(() -> kernels.timesTransposed(dC, b));
          right.accumulate(() -> kernels.transposedTimes(a, dC));
        });
  }

  /// `A + B`, of one shape.
  public Var plus(Var right) {
    needSameTape(right);
    needSameShape(right);
    return tape.record(
        CommonOps_DDRM.add(value, right.value, null),
        dC -> {
          accumulate(() -> dC);
          right.accumulate(() -> dC);
        });
  }

  /// The row b, (1,n), added to every row of A, (B,n).
  public Var plusRow(Var b) {
    needSameTape(b);
    return tape.record(
        Matrices.plusRow(value.copy(), b.value),
        dC -> {
          accumulate(() -> dC);
          b.accumulate(() -> CommonOps_DDRM.sumCols(dC, null));
        });
  }

  /// Every row of A, (B,n), times the row g, (1,n), entry by entry.
  public Var timesRow(Var g) {
    needSameTape(g);
    return tape.record(
        Matrices.timesRow(value.copy(), g.value),
        dC -> {
          accumulate(() -> Matrices.timesRow(dC.copy(), g.value));
          g.accumulate(
              () -> CommonOps_DDRM.sumCols(CommonOps_DDRM.elementMult(dC, value, null), null));
        });
  }

  /// `A ∘ B`, entry by entry, of one shape.
  public Var hadamard(Var right) {
    needSameTape(right);
    needSameShape(right);
    DMatrixRMaj b = right.value;
    return tape.record(
        CommonOps_DDRM.elementMult(value, b, null),
        dC -> {
          accumulate(() -> CommonOps_DDRM.elementMult(dC, b, null));
          right.accumulate(() -> CommonOps_DDRM.elementMult(dC, value, null));
        });
  }

  /// `f A`.
  public Var scaled(double f) {
    return tape.record(scaled(value, f), dC -> accumulate(() -> scaled(dC, f)));
  }

  /// `1 - A`, entry by entry: the other share of a gate.
  public Var complement() {
    return map(a -> 1 - a, y -> -1);
  }

  /// `tanh A`, entry by entry. With `y = tanh a`, `dy/da = 1 - y²`.
  public Var tanh() {
    return map(Math::tanh, y -> 1 - y * y);
  }

  /// `σ(A) = 1 / (1 + e^-A)`, entry by entry. With `y = σ(a)`, `dy/da = y (1 - y)`.
  public Var sigmoid() {
    return map(a -> 1 / (1 + Math.exp(-a)), y -> y * (1 - y));
  }

  /// A function of each entry.
  ///
  /// @param f `y = f(a)`
  /// @param slope `dy/da` as a function of y: the output is what a backward pass still has
  public Var map(DoubleUnaryOperator f, DoubleUnaryOperator slope) {
    DMatrixRMaj y = CommonOps_DDRM.apply(value, f::applyAsDouble, null);
    return tape.record(
        y,
        dY ->
            accumulate(() -> {
              DMatrixRMaj dA = dY.copy();
              for (int i = 0; i < dA.getNumElements(); i++) {
                dA.data[i] *= slope.applyAsDouble(y.data[i]);
              }
              return dA;
            }));
  }

  /// The columns of A from one index up to, but not with, another.
  public Var columns(int from, int to) {
    int rows = value.getNumRows();
    int cols = value.getNumCols();
    if (from < 0 || to <= from || to > cols) {
      throw new IllegalArgumentException(
          "A is %s: need columns 0 ≤ from < to ≤ A.cols, not %d to %d"
              .formatted(Shapes.of(value), from, to));
    }
    return tape.record(
        Matrices.columns(value, from, to),
        dC ->
            accumulate(() -> {
              DMatrixRMaj dA = new DMatrixRMaj(rows, cols);
              CommonOps_DDRM.insert(dC, dA, 0, from);
              return dA;
            }));
  }

  /// `[A | B]`, (B,m) beside (B,n).
  public Var beside(Var right) {
    needSameTape(right);
    DMatrixRMaj a = value;
    DMatrixRMaj b = right.value;
    Shapes.need(a.getNumRows() == b.getNumRows(), "A", a, "B", b, "A.rows = B.rows");
    int cut = a.getNumCols();
    return tape.record(
        CommonOps_DDRM.concatColumns(a, b, null),
        dC -> {
          accumulate(() -> Matrices.columns(dC, 0, cut));
          right.accumulate(() -> Matrices.columns(dC, cut, dC.getNumCols()));
        });
  }

  /// The same value as a constant: what is made from it sends nothing back.
  public Var detached() {
    return tape.constant(value);
  }

  void pullBack() {
    if (pullback != null && adjoint != null) {
      pullback.accept(adjoint);
    }
  }

  void forgetAdjoint() {
    adjoint = null;
  }

  private static DMatrixRMaj scaled(DMatrixRMaj a, double factor) {
    DMatrixRMaj scaled = a.copy();
    CommonOps_DDRM.scale(factor, scaled);
    return scaled;
  }

  private void needSameTape(Var other) {
    Need.that(
        other.tape == tape,
        "two variables are on two tapes: make them on one, or no gradient comes");
  }

  private void needSameShape(Var right) {
    DMatrixRMaj a = value;
    DMatrixRMaj b = right.value;
    boolean same = a.getNumRows() == b.getNumRows() && a.getNumCols() == b.getNumCols();
    Shapes.need(same, "A", a, "B", b, "one shape");
  }
}
