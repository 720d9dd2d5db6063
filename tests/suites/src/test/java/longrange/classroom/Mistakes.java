package longrange.classroom;

import static longrange.classroom.Planted.mistake;
import static longrange.classroom.RightAnswers.with;
import static longrange.classroom.RightAnswers.withBody;

import java.util.List;
import java.util.stream.Stream;

/// Mistakes that a student makes, thought up without looking at the catalogue of known wrong
/// answers; the tests were known. The scores were read off a first run and are held from then on.
final class Mistakes {
  private Mistakes() {}

  static final List<Planted> JACOBIAN_PRODUCT =
      List.of(
          product(
              "oldest step leftmost",
              0,
              "times(step(w, h), j)",
              "times(j, step(w, h))",
              "order|oldest|newest|ascending"),
          product("slope 1 − h", 0, "1 - h[i] * h[i]", "1 - h[i]", "1 − h[.]"),
          product("no slopes", 0, "(1 - h[i] * h[i]) * w[i][k]", "w[i][k]", "slope|tanh"),
          product(
              "tanh of the state",
              0,
              "1 - h[i] * h[i]",
              "1 - Math.tanh(h[i]) * Math.tanh(h[i])",
              "tanh|twice"),
          product("slopes on the columns", 0, "h[i] * h[i]", "h[k] * h[k]", "column"),
          product("only the last step", 0, "j = times(step(w, h), j)", "j = step(w, h)", "last"),
          product("starts from zeros", 0, "j[i][i] = 1", "j[i][i] = 0", "identity|zero|start"),
          product(
              "leaves out the first state",
              0,
              "for (double[] h : states) {",
              "for (int t = 1; t < states.length; t++) { double[] h = states[t];",
              "first|few|left out|missing"),
          product(
              "writes into W",
              0,
              "double[][] s = new double[n][n];",
              "double[][] s = w;",
              "writ|chang|modif"),
          product(
              "transposed",
              0,
              "return j;",
              "double[][] t = new double[n][n]; for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) t[i][k] = j[k][i]; return t;",
              "transpos"),
          product("slope 1 + h²", 0, "1 - h[i] * h[i]", "1 + h[i] * h[i]", "sign|plus"),
          product(
              "fails without states",
              1,
              "int n = w.length;\n    double[][] j",
              "int n = states[0].length;\n    double[][] j",
              "no state|empty|k = 0|no step"));

  static final List<Planted> SPECTRAL_NORM =
      List.of(
          norm(
              "Frobenius norm",
              1,
              "double sum = 0; for (double[] row : a) for (double x : row) sum += x * x; return Math.sqrt(sum);",
              "Frobenius"),
          norm("ten steps of power iteration", 4, "20000", "10", "stop|early|few|iteration"),
          norm("no square root", 2, "return Math.sqrt(lambda);", "return lambda;", "root|σ₁²"),
          norm("starts from ones", 6, "1.0 / (1.3 + i)", "1", "ones"),
          norm(
              "divides by zero for zeros",
              9,
              "if (largest == 0) {\n        return 0;\n      }",
              "",
              "NaN|0/0|zero"),
          norm(
              "square matrices only",
              6,
              "int n = a[0].length;",
              "int n = a.length;",
              "square|rectang|rows and columns"),
          norm(
              "any shape",
              9,
              "throw new IllegalArgumentException(\"rows of different lengths\");",
              "continue;",
              "shape|refus|length"),
          norm(
              "largest row sum",
              1,
              "double best = 0; for (double[] row : a) { double sum = 0; for (double x : row) sum += Math.abs(x); best = Math.max(best, sum); } return best;",
              "row sum"),
          mistake(
              "3.2",
              "eigenvalue instead of singular value",
              with(
                      "3.2",
                      "ata[i][k] += a[l][i] * a[l][k];",
                      "ata[i][k] = i < m && k < a[i].length ? a[i][k] : 0;")
                  .replace("Math.sqrt(lambda)", "lambda"),
              1,
              "radius|eigenvalue"),
          norm(
              "longest column",
              1,
              "double best = 0; for (int k = 0; k < a[0].length; k++) { double sum = 0; for (double[] row : a) sum += row[k] * row[k]; best = Math.max(best, Math.sqrt(sum)); } return best;",
              "column"));

  static final List<Planted> SPECTRAL_RADIUS =
      List.of(
          radius(
              "norm instead of radius",
              0,
              "double sum = 0; for (double[] row : a) for (double x : row) sum += x * x; return Math.sqrt(sum);",
              "norm|Frobenius"),
          radius(
              "largest diagonal entry",
              2,
              "double best = 0; for (int i = 0; i < a.length; i++) best = Math.max(best, Math.abs(a[i][i])); return best;",
              "diagonal"),
          radius("six squarings", 2, "step < 60", "step < 6", "root|power|few|converg"),
          radius(
              "accepts what is not square",
              9,
              "throw new IllegalArgumentException(\"not square\");",
              "continue;",
              "shape|refus|square"),
          radius(
              "no case for zero",
              8,
              "if (size == 0) {\n        return 0;\n      }",
              "",
              "zero|nilpotent|NaN"),
          radius("no scaling", 1, "row[k] /= size;", "row[k] /= 1;", "overflow|large|range"),
          radius(
              "writes into its argument",
              9,
              "p[i] = a[i].clone();",
              "p[i] = a[i];",
              "argument|writ|chang|scal"),
          radius(
              "determinant",
              0,
              "if (a.length != 2) return 1; return Math.sqrt(Math.abs(a[0][0] * a[1][1] - a[0][1] * a[1][0]));",
              "determinant|geometric"),
          radius(
              "real eigenvalues only",
              1,
              "double t = a[0][0] + a[1][1], d = a[0][0] * a[1][1] - a[0][1] * a[1][0]; double root = Math.sqrt(Math.max(0, t * t / 4 - d)); return Math.max(Math.abs(t / 2 + root), Math.abs(t / 2 - root));",
              "real|complex|two rows"),
          radius(
              "power iteration",
              3,
              "int n = a.length; double[] v = new double[n]; java.util.Arrays.fill(v, 1); double size = 0; for (int s = 0; s < 5000; s++) { double[] u = new double[n]; for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) u[i] += a[i][k] * v[k]; size = 0; for (double x : u) size = Math.max(size, Math.abs(x)); if (size == 0) return 0; for (int i = 0; i < n; i++) v[i] = u[i] / size; } return size;",
              "power iteration|complex|oscillat"),
          radius(
              "largest eigenvalue with its sign",
              0,
              "double t = a[0][0] + a[1][1], d = a[0][0] * a[1][1] - a[0][1] * a[1][0]; return t / 2 + Math.sqrt(t * t / 4 - d);",
              "sign|negative|largest"));

  static final List<Planted> TRANSIENT_WITNESS =
      List.of(
          witness("shrinks at once", 1, "{{0.5, 0}, {0, 0.5}}"),
          witness("entry of 100", 1, "{{0.5, 100}, {0, 0.5}}"),
          witness("radius 1", 0, "{{1, 1}, {0, 1}}"),
          witness("the statement's own example", 1, "{{0.5, 2}, {0, 0.5}}"),
          witness("three by three", 0, "{{0.95, 2, 0}, {0, 0.95, 2}, {0, 0, 0.95}}"),
          mistake(
              "3.4",
              "one array for all calls",
              with("3.4", "return new double[][] {{0.95, 2}, {0, 0.95}};", "return W;")
                  .replace(
                      "  @Override",
                      "  static final double[][] W = {{0.95, 2}, {0, 0.95}};\n\n  @Override"),
              3,
              ""));

  /// All of them.
  static List<Planted> all() {
    return Stream.of(JACOBIAN_PRODUCT, SPECTRAL_NORM, SPECTRAL_RADIUS, TRANSIENT_WITNESS)
        .flatMap(List::stream)
        .toList();
  }

  private static Planted product(String name, int score, String part, String other, String words) {
    return mistake("3.1", name, with("3.1", part, other), score, words);
  }

  private static Planted norm(String name, int score, String part, String other, String words) {
    return mistake("3.2", name, with("3.2", part, other), score, words);
  }

  private static Planted norm(String name, int score, String body, String words) {
    return mistake("3.2", name, withBody("3.2", body), score, words);
  }

  private static Planted radius(String name, int score, String part, String other, String words) {
    return mistake("3.3", name, with("3.3", part, other), score, words);
  }

  private static Planted radius(String name, int score, String body, String words) {
    return mistake("3.3", name, withBody("3.3", body), score, words);
  }

  private static Planted witness(String name, int score, String matrix) {
    return mistake("3.4", name, with("3.4", "{{0.95, 2}, {0, 0.95}}", matrix), score, "");
  }
}
