package longrange.graders.hidden.ch03;

import java.util.Arrays;
import longrange.exercises.ch03.JacobianProduct;
import longrange.graders.hidden.Withheld;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The product for sizes and lengths that the visible test does not have.
@Grades(value = JacobianProduct.class, hidden = true)
class JacobianProductHiddenTest {

  @Test
  @Points(1)
  @DisplayName("holds for any size and any number of steps, and is what a run of the net measures")
  void anySizeAnyLength(JacobianProduct answer) {
    twoSlopes(answer);
    scalars(answer);
    measured(answer);
  }

  /// `D_1 = diag(1, 0.5)`, `D_2 = diag(0.2, 1)`.
  private static void twoSlopes(JacobianProduct answer) {
    double[][] w = {{0.5, 1}, {-1, 0.25}};
    double[][] states = {{0, Math.sqrt(0.5)}, {-Math.sqrt(0.8), 0}};
    double[][] expected = {{-0.05, 0.125}, {-0.625, -0.96875}};
    Withheld.close(expected, answer.product(w, states), 1e-12);
  }

  /// One unit: its fixed point for w = 2, and 99 steps with slope 1 for w = 0.9.
  private static void scalars(JacobianProduct answer) {
    double[][] fixedPoint = {{0.957504024077269}};
    Withheld.close(
        new double[][] {{0.16637208775}}, answer.product(new double[][] {{2}}, fixedPoint), 1e-10);
    Withheld.close(
        new double[][] {{2.9512665430652825e-5}},
        answer.product(new double[][] {{0.9}}, new double[99][1]),
        1e-12);
  }

  /// Central differences of a run of three units over six steps.
  private static void measured(JacobianProduct answer) {
    double[][] w = {{0.9, -0.7, 0.3}, {0.5, 1.1, -0.2}, {-0.4, 0.6, 0.8}};
    double[] h0 = {0.1, -0.3, 0.2};
    int k = 6;
    double step = 1e-5;
    double[][] got = answer.product(copy(w), run(w, h0, k));
    double[][] differences = new double[3][3];
    for (int j = 0; j < 3; j++) {
      double[] up = h0.clone();
      double[] down = h0.clone();
      up[j] += step;
      down[j] -= step;
      double[] above = run(w, up, k)[k - 1];
      double[] below = run(w, down, k)[k - 1];
      for (int i = 0; i < 3; i++) {
        differences[i][j] = (above[i] - below[i]) / (2 * step);
      }
    }
    Withheld.close(differences, got, 1e-8);
  }

  /// The states `h_1` to `h_k` of `h_t = tanh(W h_{t−1})`.
  private static double[][] run(double[][] w, double[] h0, int k) {
    double[][] states = new double[k][];
    double[] h = h0;
    for (int t = 0; t < k; t++) {
      h = next(w, h);
      states[t] = h;
    }
    return states;
  }

  private static double[] next(double[][] w, double[] h) {
    double[] next = new double[h.length];
    for (int i = 0; i < h.length; i++) {
      double sum = 0;
      for (int j = 0; j < h.length; j++) {
        sum += w[i][j] * h[j];
      }
      next[i] = Math.tanh(sum);
    }
    return next;
  }

  private static double[][] copy(double[][] a) {
    return Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
  }
}
