package longrange.graders;

import static org.junit.jupiter.api.Assertions.fail;

import org.jspecify.annotations.Nullable;

/// The matrix `[[a, b], [c, d]]`, for which eigenvalues and singular values have closed forms.
public record TwoByTwo(double a, double b, double c, double d) {

  /// Takes over what an answer returned. A −0.0 becomes 0.0, so that equal entries make equal
  /// matrices; NaN is equal to NaN.
  ///
  /// @throws org.opentest4j.AssertionFailedError when that is not a 2×2 matrix
  public static TwoByTwo of(double @Nullable [][] m) {
    if (m == null || m.length != 2 || !isPair(m[0]) || !isPair(m[1])) {
      fail(
          """
          tried: matrix()
          came back: %s
          expected: a matrix of two rows and two columns
          hint: Return new double[][] {{…, …}, {…, …}}.\
          """
              .formatted(m == null ? "null" : Numbers.words(m)));
      throw new AssertionError("unreachable: fail throws");
    }
    return new TwoByTwo(m[0][0] + 0.0, m[0][1] + 0.0, m[1][0] + 0.0, m[1][1] + 0.0);
  }

  private static boolean isPair(double @Nullable [] row) {
    return row != null && row.length == 2;
  }

  /// This matrix times another.
  public TwoByTwo times(TwoByTwo m) {
    return new TwoByTwo(a * m.a + b * m.c, a * m.b + b * m.d, c * m.a + d * m.c, c * m.b + d * m.d);
  }

  /// The k-th power, k at least 1.
  public TwoByTwo power(int k) {
    TwoByTwo power = this;
    for (int i = 1; i < k; i++) {
      power = power.times(this);
    }
    return power;
  }

  /// The largest modulus of an entry; NaN when an entry is NaN.
  public double largestModulus() {
    return Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.max(Math.abs(c), Math.abs(d)));
  }

  /// The largest modulus of an entry of the diagonal.
  public double largestOnDiagonal() {
    return Math.max(Math.abs(a), Math.abs(d));
  }

  /// From `λ² − (a + d) λ + (a d − b c) = 0`: a complex pair has the modulus `√det`.
  public double spectralRadius() {
    double half = (a + d) / 2;
    double det = a * d - b * c;
    double root = half * half - det;
    return root < 0 ? Math.sqrt(det) : Math.abs(half) + Math.sqrt(root);
  }

  /// From `σ₁² + σ₂² = ‖A‖_F²` and `σ₁ σ₂ = |det|`.
  public double spectralNorm() {
    double squares = a * a + b * b + c * c + d * d;
    double det = a * d - b * c;
    double root = Math.max(0, squares * squares - 4 * det * det);
    return Math.sqrt((squares + Math.sqrt(root)) / 2);
  }

  /// Whether an entry off the diagonal is 0.
  public boolean isTriangular() {
    return b == 0 || c == 0;
  }

  /// Whether the diagonal is `r, −r`.
  public boolean hasOppositeDiagonal() {
    return a == -d;
  }

  /// Whether it commutes with its transpose.
  public boolean isNormal() {
    return Math.abs(b * b - c * c) <= 1e-12 && Math.abs((a - d) * (b - c)) <= 1e-12;
  }

  /// As in the notebook: `[[1, 2], [3, 4]]`.
  @Override
  public String toString() {
    return Numbers.words(new double[][] {{a, b}, {c, d}});
  }
}
