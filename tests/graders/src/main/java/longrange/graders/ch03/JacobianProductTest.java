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

  @Test
  @Points(1)
  @DisplayName("for two steps the answer is D_2 W · D_1 W, the newest step leftmost")
  void newestStepLeftmost(JacobianProduct answer) {
    oneStep(answer);
    twoSteps(answer);
    noStep(answer);
    argumentsAreLeftAlone(answer);
  }

  private static void oneStep(JacobianProduct answer) {
    String call = "product(W, {h_1}) with %s, h_1 = (0, 0.6)".formatted(W_IN_WORDS);
    Tried.call(call, answer.product(Arguments.copy(W), new double[][] {H1.clone()}))
        .to(1e-12)
        .fingerprint(
            new double[][] {{1, 1.28}, {-1, 0.32}},
            "This is W D: the columns of W were scaled. D stands left of W, so it scales the rows.")
        .fingerprint(
            new double[][] {{1, -0.64}, {2, 0.32}},
            "This is the transpose of the answer. Row i, column j is the derivative of entry i of"
                + " h_k by entry j of h_0.")
        .fingerprint(
            new double[][] {{1, 2}, {-0.4, 0.2}},
            "The slope of tanh was taken as 1 − h. Where the value of tanh is h, its slope is"
                + " 1 − h².")
        .fingerprint(
            new double[][] {{1, 2}, {-0.711577762587223, 0.3557888812936115}},
            "tanh was applied again: 1 − tanh(h)². The states are already values of tanh, so the"
                + " slope is 1 − h².")
        .fingerprint(
            W,
            "This is W alone: the slopes of tanh are missing. One step has the Jacobian D_t W with"
                + " D_t = diag(1 − h_t²).")
        .fingerprint(
            new double[][] {{-1, 3}, {-0.96, -1.12}},
            "One factor too many: this is D_1 W · W. For k states there are k factors; h_0 is not"
                + " among the states and has none.")
        .fingerprint(
            new double[][] {{1, 0}, {0, 1}},
            "This is the identity, as for no steps: the factor of the last state given is missing."
                + " For k states there are k factors.")
        .shouldBe(
            new double[][] {{1, 2}, {-0.64, 0.32}},
            "One step has the Jacobian D_1 W: row i of W times 1 − h_1[i]².");
  }

  private static void twoSteps(JacobianProduct answer) {
    String call =
        "product(W, {h_1, h_2}) with %s, h_1 = (0, 0.6), h_2 = (0.8, 0)".formatted(W_IN_WORDS);
    double[][] states = {H1.clone(), H2.clone()};
    Tried.call(call, answer.product(Arguments.copy(W), states))
        .to(1e-12)
        .fingerprint(
            new double[][] {{-1.64, 1.72}, {-0.5504, -0.3008}},
            "This is D_1 W · D_2 W, in ascending order. The newest step stands leftmost: h_2 is"
                + " D_2 W applied to what step 1 made.")
        .fingerprint(
            new double[][] {{0.36, 0.72}, {-1, 0.5}},
            "This is D_2 W, the last step alone. Multiply it with what the steps before it made.")
        .fingerprint(
            new double[][] {{0.36, 1.44}, {0.64, 0.16}},
            "The matrices were multiplied entry by entry. The chain rule needs the matrix product,"
                + " rows by columns.")
        .fingerprint(
            new double[][] {{1.36, 2.72}, {-1.64, 0.82}},
            "The steps were added. By the chain rule they are multiplied.")
        .shouldBe(
            new double[][] {{-0.1008, 0.9504}, {-1.32, -1.84}},
            "One step is right, two are not: look at how the factors are put together. The worked"
                + " value of the statement has these numbers step by step.");
  }

  private static void noStep(JacobianProduct answer) {
    Tried.call(
            "product(W, {}) with %s, no states".formatted(W_IN_WORDS),
            answer.product(Arguments.copy(W), new double[0][]))
        .fingerprint(
            new double[2][2],
            "Zeros mean that a change of h_0 has no effect. After no step, h_0 is the last state"
                + " itself, and its derivative by itself is the identity.")
        .fingerprint(
            W,
            "This is W, as if there were a step already. After no step, h_0 is the last state"
                + " itself, and its derivative by itself is the identity.")
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
}
