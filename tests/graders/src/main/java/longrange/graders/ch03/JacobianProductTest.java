package longrange.graders.ch03;

import longrange.exercises.ch03.JacobianProduct;
import longrange.graders.Arguments;
import longrange.graders.Tried;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The product of one step, of two, and of none, on numbers that can be followed by hand.
@Grades(JacobianProduct.class)
class JacobianProductTest {
  private static final double[][] W = {{1, 2}, {-1, 0.5}};
  private static final double[] H1 = {0, 0.6};
  private static final double[] H2 = {0.8, 0};
  private static final String W_IN_WORDS = "W = [[1, 2], [-1, 0.5]]";

  /// The first two calls are made before either is judged: of one step alone, many mistakes make
  /// the same.
  @Test
  @Points(1)
  @DisplayName("for two steps the answer is D_2 W · D_1 W, the newest step leftmost")
  void newestStepLeftmost(JacobianProduct answer) {
    Tried one =
        Tried.call(
            "product(W, {h_1}) with %s, h_1 = (0, 0.6)".formatted(W_IN_WORDS),
            answer.product(Arguments.copy(W), new double[][] {H1.clone()}));
    Tried two =
        Tried.call(
            "product(W, {h_1, h_2}) with %s, h_1 = (0, 0.6), h_2 = (0.8, 0)".formatted(W_IN_WORDS),
            answer.product(Arguments.copy(W), new double[][] {H1.clone(), H2.clone()}));
    one.to(1e-12)
        .shouldBe(
            new double[][] {{1, 2}, {-0.64, 0.32}},
            "One step has the Jacobian D_1 W: row i of W times 1 − h_1[i]².");
    two.to(1e-12)
        .shouldBe(
            new double[][] {{-0.1008, 0.9504}, {-1.32, -1.84}},
            "One step is right, two are not: look at how the factors are put together. The worked"
                + " value of the statement has these numbers step by step.");
    noStep(answer);
    argumentsAreLeftAlone(answer);
    resultIsANewArray(answer);
  }

  private static void noStep(JacobianProduct answer) {
    Tried.call(
            "product(W, {}) with %s, no states".formatted(W_IN_WORDS),
            answer.product(Arguments.copy(W), new double[0][]))
        .shouldBe(
            new double[][] {{1, 0}, {0, 1}},
            "For no states return the identity matrix, n×n, where n is the size of W.");
  }

  private static void argumentsAreLeftAlone(JacobianProduct answer) {
    double[][] w = Arguments.copy(W);
    double[][] states = {H1.clone(), H2.clone()};
    answer.product(w, states);
    String call = "product(W, {h_1, h_2})";
    Arguments.unchanged(call, "w", W, w);
    Arguments.unchanged(call, "states", new double[][] {H1, H2}, states);
  }

  private static void resultIsANewArray(JacobianProduct answer) {
    for (double[][] states : new double[][][] {{}, {H1}, {H1, H2}}) {
      Arguments.separate(
          "product(W, states) with %d states".formatted(states.length),
          answer.product(Arguments.copy(W), Arguments.copy(states)),
          answer.product(Arguments.copy(W), Arguments.copy(states)));
    }
  }
}
