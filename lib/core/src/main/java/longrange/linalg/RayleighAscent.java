package longrange.linalg;

import static org.ejml.dense.row.CommonOps_DDRM.dot;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/// The spectral norms of a series of matrices, each near the one before: a warm-started ascent to
/// the largest `λ = uᵀJJᵀu` of a unit vector u, which is σ₁².
///
/// It is the method of conjugate gradients, not for a linear system but for λ on the unit sphere.
/// Each step turns u in its plane with a direction d, by the angle at which λ is largest; d is the
/// gradient `r = JJᵀu - λu`, with so much of the last direction as Polak and Ribière (1969) take,
/// or nothing of it where that is negative: it would lead back. The next matrix of the series
/// starts at the last u, because the left vectors of `∂s_t/∂s_{t-k}` settle as k grows.
///
/// When is it done? Let μ run over all σ², each with the squared cosine between u and its left
/// vector as its weight. The weights add up to 1; the average of μ is λ, and that of μ² is `‖JJᵀu‖²
/// = λ² + ‖r‖²`. No `μ(σ₁² - μ)` is negative, so neither is their average: `λ + ‖r‖²/λ ≤ σ₁²`. And
/// if no other σ² is above some β < λ, no `(σ₁² - μ)(β - μ)` is: `σ₁² ≤ λ + ‖r‖²/(λ - β)` (Temple
/// 1928). Such a β comes from `‖J‖²`, the sum of all squared entries and of all σ²: what the lower
/// bound leaves of it. So where λ is more than half of the sum, the norm is proven.
///
/// Else it is only sure that some σ² lies within ‖r‖ of λ, and it would be the wrong one if u had
/// nothing of σ₁'s vector. So there u is first stirred with noise, which has something of every
/// vector. Two σ that tie to some ten digits may still pass for each other: of 187,000 random
/// matrices with ties 36 were off by more than 1e-12, and none by more than 1e-10. What does not
/// settle, two σ that nearly tie, is left to the singular value decomposition.
///
/// The 500 Jacobians of the benchmark's network of 64 units take 1210 products `JJᵀu`. A power
/// iteration that waited for ‖r‖ took 3080 of them and seven decompositions.
public final class RayleighAscent {
  /// Of λ, relative: of its bounds where the norm is proven, else of ‖r‖. At n = 512 rounding still
  /// leaves less.
  private static final double ERROR = 1e-13;

  /// Where the decomposition may have become the cheaper of the two: it takes as long as 100 to 300
  /// steps, for n from 32 to 128.
  private static final int STEPS = 100;

  /// Noise for one part of u. The less it is, the more often the second of two σ passes for the
  /// first: with a thousandth it did in a test of two that differ by 1e-10.
  private static final double STIR = 0.5;

  private final Cancellation cancellation;
  private DMatrixRMaj noise = new DMatrixRMaj(0, 1);
  private DMatrixRMaj u = new DMatrixRMaj(0, 1);

  /// A new series.
  ///
  /// @param cancellation asked once per step
  public RayleighAscent(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /// `log₁₀ σ₁` of the next matrix of the series; -∞ for a zero matrix.
  ///
  /// @param next (m,n). Not modified.
  public double log10Norm(ScaledMatrix next) {
    if (next.isZero()) {
      return Double.NEGATIVE_INFINITY;
    }
    Place place = start(next.mantissa()); // near 1, so that no square can be out of range
    for (int step = 0; !place.isTop(); step++) {
      if (step == STEPS) {
        return SpectralNorm.log10(next);
      }
      cancellation.check("the search for a spectral norm");
      place.climb();
    }
    return next.log10(Math.sqrt(place.top()));
  }

  private Place start(DMatrixRMaj j) {
    if (u.getNumRows() != j.getNumRows()) {
      noise = unit(Matrices.gaussian(j.getNumRows(), 1, 1, new Random(1)));
      u = noise.copy();
    }
    double all = sumOfSquares(j);
    Place last = new Place(j, all, u);
    if (last.isMost()) {
      return last;
    }
    // One noise is enough for a series: it would have to be orthogonal to a vector that it knows
    // nothing of.
    CommonOps_DDRM.addEquals(u, STIR, noise);
    return new Place(j, all, unit(u));
  }

  /// The vector itself, divided by its length.
  ///
  /// @param vector (m,1). Modified.
  private static DMatrixRMaj unit(DMatrixRMaj vector) {
    CommonOps_DDRM.divide(vector, NormOps_DDRM.fastNormF(vector));
    return vector;
  }

  /// By the kernels, for EJML adds one number at a time.
  private static double sumOfSquares(DMatrixRMaj m) {
    DMatrixRMaj row = DMatrixRMaj.wrap(1, m.getNumElements(), m.data);
    return Kernels.chosen().timesTransposed(row, row).get(0);
  }

  /// Where the ascent for one matrix has come to.
  private static final class Place {
    private final DMatrixRMaj j;
    private final double all; // ‖J‖²
    private final DMatrixRMaj u;
    private final DMatrixRMaj ju; // JJᵀu
    private DMatrixRMaj d;
    private double lambda;
    private DMatrixRMaj r;
    private double off; // ‖r‖²
    private double kept; // so much of the last d is in the next

    /// The first one.
    ///
    /// @param j (m,n). Not modified.
    /// @param u a unit vector, (m,1). Modified: it climbs.
    Place(DMatrixRMaj j, double all, DMatrixRMaj u) {
      this.j = j;
      this.all = all;
      this.u = u;
      ju = stretched(u);
      d = new DMatrixRMaj(u.getNumRows(), 1);
      lambda = dot(u, ju);
      r = gradient();
      off = dot(r, r);
    }

    /// Whether λ is more than half of all. Then it is so of σ₁² too, and of no other.
    boolean isMost() {
      return 2 * lambda > all;
    }

    /// The lower bound.
    double top() {
      return lambda + off / lambda;
    }

    boolean isTop() {
      double beta = all - top();
      double between = off / (lambda - beta) - off / lambda;
      double length = Math.sqrt(off);
      double error = isMost() ? Math.min(between, length) : length;
      return error < ERROR * lambda; // never at λ = 0, where nothing has been found yet
    }

    void climb() {
      d = CommonOps_DDRM.add(1, r, kept, d, null);
      CommonOps_DDRM.addEquals(d, -dot(d, u), u);
      double length = NormOps_DDRM.fastNormF(d);
      CommonOps_DDRM.divide(d, length);
      DMatrixRMaj jd = stretched(d);
      double slope = 2 * dot(d, ju);
      double angle = Math.atan2(slope, lambda - dot(d, jd)) / 2;
      turn(u, d, angle);
      turn(ju, jd, angle);
      lambda = dot(u, ju);
      DMatrixRMaj lastR = r;
      double lastOff = off;
      r = gradient();
      off = dot(r, r);
      kept = length * Math.max(0, (off - dot(r, lastR)) / lastOff);
    }

    private DMatrixRMaj gradient() {
      return CommonOps_DDRM.add(1, ju, -lambda, u, null);
    }

    private DMatrixRMaj stretched(DMatrixRMaj vector) {
      Kernels kernels = Kernels.chosen();
      return kernels.times(j, kernels.transposedTimes(j, vector));
    }

    /// Turns the first of two vectors towards the second, and the second with it.
    ///
    /// @param a (m,1). Modified.
    /// @param b (m,1). Modified.
    private static void turn(DMatrixRMaj a, DMatrixRMaj b, double angle) {
      double cos = Math.cos(angle);
      double sin = Math.sin(angle);
      for (int i = 0; i < a.getNumElements(); i++) {
        double ahead = b.data[i];
        b.data[i] = cos * ahead - sin * a.data[i];
        a.data[i] = cos * a.data[i] + sin * ahead;
      }
    }
  }
}
