package longrange.probes;

import java.util.List;
import java.util.stream.IntStream;
import longrange.linalg.Cancellation;
import longrange.linalg.Kernels;
import longrange.linalg.Need;
import longrange.linalg.RayleighAscent;
import longrange.linalg.ScaledMatrix;
import longrange.linalg.SpectralNorm;
import org.ejml.data.DMatrixRMaj;

/// The Jacobians of one run, `J_k = ∂s_T/∂s_{T-k}` for every lag k from 0 to T, and beside their
/// norms what is often taken for them.
///
/// Every curve is an array of base-10 logarithms with the lag as its index, ready to be plotted:
/// the truth ([#log10Norms]), the bound by the norms of the single steps ([#log10Bound]), and the
/// line `r^k` ([#log10Power]). A norm that is exactly zero reads as -∞.
public final class Jacobians {
  private final List<DMatrixRMaj> states;
  private final List<ScaledMatrix> byLag;
  private final double[] log10Norms;
  private final ClosedForms steps;
  private final Cancellation cancellation;
  private final String kernels = Kernels.chosen().name();

  Jacobians(
      List<DMatrixRMaj> states,
      List<ScaledMatrix> byLag,
      double[] log10Norms,
      ClosedForms steps,
      Cancellation cancellation) {
    this.states = List.copyOf(states);
    this.byLag = List.copyOf(byLag);
    this.log10Norms = log10Norms.clone();
    this.steps = steps;
    this.cancellation = cancellation;
  }

  /// `J_k`, (n,n): entry (i,j) is `∂s_T,i/∂s_{T-k},j`.
  public ScaledMatrix matrix(int k) {
    needLag(k, 0);
    return byLag.get(k);
  }

  /// The Jacobian of the single step that lies k steps back, `∂s_{T-k+1}/∂s_{T-k}`, (n,n), by the
  /// cell's closed form; k from 1 to T.
  public DMatrixRMaj step(int k) {
    needLag(k, 1);
    return steps.at(byLag.size() - 1 - k);
  }

  private void needLag(int k, int least) {
    int longest = byLag.size() - 1;
    Need.that(least <= k && k <= longest, "the lag", k, "%d ≤ lag ≤ %d".formatted(least, longest));
  }

  /// The states of the run, `s_0` to `s_T`, (1,n) each.
  public List<DMatrixRMaj> states() {
    return states;
  }

  /// `log₁₀ ‖J_k‖` by singular value decomposition: the reference for one lag.
  public double log10Norm(int k) {
    return SpectralNorm.log10(matrix(k));
  }

  /// The truth: `log₁₀ ‖J_k‖` for every lag.
  public double[] log10Norms() {
    return log10Norms.clone();
  }

  /// The bound: `log₁₀` of the product of the norms of the last k single steps. The truth is never
  /// above it, and may be far below.
  public double[] log10Bound() {
    RayleighAscent ascent = new RayleighAscent(cancellation);
    double[] bound = new double[byLag.size()];
    for (int k = 1; k < bound.length; k++) {
      bound[k] = bound[k - 1] + ascent.log10Norm(ScaledMatrix.of(step(k)));
    }
    return bound;
  }

  /// The line `log₁₀ rᵏ`: with r = ‖W‖ the bound for all inputs at once, with r = ρ(W) the rate of
  /// the powers of W.
  public double[] log10Power(double r) {
    // 0⁰ = 1, and 0 · -∞ would not be a number.
    return IntStream.range(0, byLag.size())
        .mapToDouble(k -> k == 0 ? 0 : k * Math.log10(r))
        .toArray();
  }

  /// The truth of one block of the state: `log₁₀ ‖∂a_T/∂b_{T-k}‖` for every lag, where a and b are
  /// some columns of the state. For an LSTM, whose state is `[h | c]`, these may be `c` and `c`.
  ///
  /// The norms of such blocks do not multiply: what leaves a block may come back to it later.
  public double[] log10Norms(Block after, Block before) {
    after.needWithin(states.getFirst().getNumCols());
    before.needWithin(states.getFirst().getNumCols());
    RayleighAscent ascent = new RayleighAscent(cancellation);
    return byLag.stream()
        .map(j -> j.part(after.from(), after.to(), before.from(), before.to()))
        .mapToDouble(ascent::log10Norm)
        .toArray();
  }

  /// `‖J_k‖` as a number to print, whatever its size: `1.2e+24`, `3.4e-412`, or `0`.
  public String norm(int k) {
    return Decades.text(log10Norm(k));
  }

  /// What these figures were made with.
  public String kernels() {
    return kernels;
  }
}
