package longrange.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Cell;
import longrange.linalg.Cancellation;
import longrange.linalg.Need;
import longrange.linalg.Sequences;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Where a gradient comes from: the share of each pair (time of the loss, step that used the
/// weights) in the gradient of some weights.
///
/// A weight is used at every step, so its gradient is a sum over steps, and with a loss at every
/// time a double sum: `g = Σ_t Σ_{j≤t} g_tj`. Truncated backpropagation leaves terms out. Which
/// ones, depends on the scheme, and two are easily mixed up: a **window** keeps the lags below k of
/// each loss; **chunks** of k steps keep what lies in the same chunk as the loss, on average only
/// half of k.
///
/// The share of a term is its projection onto the whole, `⟨g_tj, g⟩ / ⟨g, g⟩`: for one weight the
/// plain quotient. The shares sum to 1; a single one may be negative.
public final class GradientByLag {
  private final double[][] share; // [t][j], 1 ≤ j ≤ t ≤ T: row and column 0 stay empty

  private GradientByLag(double[][] share) {
    this.share = share;
  }

  /// The shares for a loss at the end only.
  ///
  /// @param weights some of the cell's parameters, the very matrices
  /// @param inputs T times (1,d). Not modified.
  /// @param s0 the state before the first step, (1,n). Not modified.
  /// @param dLast the adjoint of the last state, `∂ℒ/∂s_T`, (1,n). Not modified.
  public static GradientByLag atTheEnd(
      Cell cell,
      List<DMatrixRMaj> weights,
      List<DMatrixRMaj> inputs,
      DMatrixRMaj s0,
      DMatrixRMaj dLast) {
    int others = inputs.size() - 1;
    List<DMatrixRMaj> local = new ArrayList<>(Sequences.zeros(others, 1, cell.stateSize()));
    local.add(dLast);
    return everywhere(cell, weights, inputs, s0, local);
  }

  /// The shares for a loss at every time, `ℒ = Σ ℓ_t(s_t)`.
  ///
  /// @param weights some of the cell's parameters, the very matrices
  /// @param inputs T times (1,d). Not modified.
  /// @param s0 the state before the first step, (1,n). Not modified.
  /// @param local the adjoints `∂ℓ_t/∂s_t` of the states 1 to T, T times (1,n). Not modified.
  public static GradientByLag everywhere(
      Cell cell,
      List<DMatrixRMaj> weights,
      List<DMatrixRMaj> inputs,
      DMatrixRMaj s0,
      List<DMatrixRMaj> local) {
    Need.that(
        local.size() == inputs.size(),
        "there are %d adjoints for %d steps: need one for each"
            .formatted(local.size(), inputs.size()));
    Shapes.need("s0", s0, 1, cell.stateSize());
    local.forEach(ds -> Shapes.need("an adjoint", ds, 1, cell.stateSize()));
    Sweep sweep = new Sweep(cell, weights, inputs, cell.states(inputs, s0));
    List<DMatrixRMaj> g = sweep.whole(local);
    double size = dot(g, g);
    Need.that(
        size > 0,
        "the whole gradient is zero and has no shares: need a loss that the cell's own weights move");
    double[][] share = new double[inputs.size() + 1][inputs.size() + 1];
    for (int t = 1; t <= inputs.size(); t++) {
      DMatrixRMaj ds = local.get(t - 1);
      for (int j = t; j >= 1 && CommonOps_DDRM.elementMaxAbs(ds) > 0; j--) {
        Step step = sweep.back(j, ds);
        share[t][j] = dot(step.gradient, g) / size;
        ds = step.ds;
      }
    }
    return new GradientByLag(share);
  }

  /// T, the number of steps.
  public int steps() {
    return share.length - 1;
  }

  /// The share that a window of k steps keeps: for each loss, the step of its time and the k - 1
  /// before.
  public double window(int k) {
    return kept((t, j) -> t - j < k);
  }

  /// The share that chunks of k steps keep: steps 1 to k are the first chunk, and what was carried
  /// over from it into the second counts as given.
  public double chunks(int k) {
    return kept((t, j) -> (t - 1) / k == (j - 1) / k);
  }

  /// The share of each lag `t - j`, from 0 to T - 1.
  public double[] byLag() {
    return IntStream.range(0, steps()).mapToDouble(k -> kept((t, j) -> t - j == k)).toArray();
  }

  /// @param scheme whether the loss of time t sends its gradient to the use of the weights in step
  ///   j
  private double kept(BiPredicate<Integer, Integer> scheme) {
    double sum = 0;
    for (int t = 1; t <= steps(); t++) {
      for (int j = 1; j <= t; j++) {
        sum += scheme.test(t, j) ? share[t][j] : 0;
      }
    }
    return sum;
  }

  private static double dot(List<DMatrixRMaj> a, List<DMatrixRMaj> b) {
    return IntStream.range(0, a.size())
        .mapToDouble(
            p -> CommonOps_DDRM.elementSum(CommonOps_DDRM.elementMult(a.get(p), b.get(p), null)))
        .sum();
  }

  /// What one step hands back: to its weights, and to the state before.
  private record Step(List<DMatrixRMaj> gradient, DMatrixRMaj ds) {}

  /// Backward through single steps of one run.
  private record Sweep(
      Cell cell, List<DMatrixRMaj> weights, List<DMatrixRMaj> inputs, List<DMatrixRMaj> states) {
    Step back(int j, DMatrixRMaj ds) {
      Cancellation.onInterrupt().check("the gradient by lag at step " + j);
      Tape tape = Tape.training();
      Var before = tape.variable(states.get(j - 1));
      tape.backward(cell.step(tape.constant(inputs.get(j - 1)), before), ds);
      return new Step(
          weights.stream().map(w -> tape.parameter(w).adjoint()).toList(), before.adjoint());
    }

    /// The whole gradient, by the ordinary backward pass.
    List<DMatrixRMaj> whole(List<DMatrixRMaj> local) {
      List<DMatrixRMaj> sums =
          weights.stream().map(w -> new DMatrixRMaj(w.getNumRows(), w.getNumCols())).toList();
      DMatrixRMaj ds = new DMatrixRMaj(1, cell.stateSize());
      for (int j = inputs.size(); j >= 1; j--) {
        Step step = back(j, CommonOps_DDRM.add(ds, local.get(j - 1), null));
        for (int p = 0; p < sums.size(); p++) {
          CommonOps_DDRM.addEquals(sums.get(p), step.gradient.get(p));
        }
        ds = step.ds;
      }
      return sums;
    }
  }
}
