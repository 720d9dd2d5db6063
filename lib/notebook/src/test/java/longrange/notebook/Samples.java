package longrange.notebook;

import static longrange.notebook.Notebook.figure;
import static longrange.notebook.Notebook.log10;
import static longrange.notebook.Notebook.row;
import static longrange.notebook.Notebook.slider;
import static longrange.notebook.Notebook.steps;
import static longrange.notebook.Notebook.tenTo;

import java.util.stream.IntStream;

/// Pictures like those of chapter 3, for the tests and for a look at them.
final class Samples {
  private Samples() {}

  /// The norm of `[[.9,5],[0,.9]]ᵏ` against its bound and its radius.
  static Figure jordan() {
    double[] norms = new double[100];
    for (int k = 1; k <= 100; k++) {
      double a = Math.pow(0.9, k);
      double b = 5 * k * Math.pow(0.9, k - 1);
      norms[k - 1] = Math.sqrt(a * a + b * b / 2 + b * Math.sqrt(a * a + b * b / 4));
    }
    return figure("The bound overshoots the true norm by 73 orders of magnitude")
        .x("lag k (steps)")
        .decades("spectral norm ‖Wᵏ‖₂")
        .line("bound σ₁ᵏ", 0, 100, k -> k * Math.log10(5.157))
        .line("truth ‖Wᵏ‖₂", 1, log10(norms))
        .line("rate ρᵏ", 0, 100, k -> k * Math.log10(0.9))
        .mark("peak 19.4 at k = 9", 9, Math.log10(19.4))
        .caption(
            "Notice that the truth first grows, although ρ = 0.9 < 1, and then dies at ρ's rate.");
  }

  /// A nilpotent matrix: the powers are exactly 0 from k = 2 on.
  static Figure nilpotent() {
    double[] power = {0, Math.log10(6), Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    double[] steps = {0, 1, 2, 3};
    return figure("W² = 0, and the gradient grows 10²⁴-fold")
        .x("lag k (steps)", 0, 40)
        .decades("norm of the Jacobian", -4, 36)
        .line("bound 6ᵏ", 0, 40, k -> k * Math.log10(6))
        .line("true norm", 0, 40, k -> 0.6 * k + 0.4 * Math.sin(k))
        .line("power ‖Wᵏ‖", steps, power)
        .caption("The slope of tanh destroys the cancellation that makes W² vanish.");
  }

  static Figure power(double r) {
    return figure("r = 1 is the boundary between forgetting and exploding")
        .x("lag k (steps)", 0, 100)
        .decades("share of the signal rᵏ", -16, 6)
        .faint("r = 0.7", 0, 100, k -> k * Math.log10(0.7))
        .faint("r = 0.9", 0, 100, k -> k * Math.log10(0.9))
        .line("r = " + r, 0, 100, k -> k * Math.log10(r))
        .level("no change", 0)
        .caption("At r = 0.9 the signal of 100 steps ago is 0.003 % of what it was.")
        .readout("r^100", tenTo(100 * Math.log10(r)))
        .readout("half-life (steps)", r < 1 ? Math.log(0.5) / Math.log(r) : Double.NaN);
  }

  static Slider powers() {
    return slider("r", steps(0.5, 1.1, 0.015), Samples::power).at(0.8);
  }

  static Slider explorer() {
    return slider(
            "gain a",
            steps(0.5, 3, 0.25),
            a ->
                row(
                    figure("Powers of W die at once")
                        .x("lag k", 0, 10)
                        .y("entry", -3, 3)
                        .points("entry", 1, new double[] {a, 0, 0, 0})
                        .size(420, 320),
                    figure("The bound does not know")
                        .x("lag k", 0, 10)
                        .decades("norm", -2, 8)
                        .line("bound", 0, 10, k -> k * Math.log10(2 * a))
                        .size(420, 320)
                        .readout("bound at 10", tenTo(10 * Math.log10(2 * a)))))
        .at(1.5);
  }

  static Figure training(int steps) {
    double[] loss =
        IntStream.range(0, steps)
            .mapToDouble(i -> 0.05 + 0.4 * Math.exp(-i / 120.0) + 0.02 * Math.sin(i * 0.7))
            .toArray();
    return figure("The network has not learned the task")
        .x("training step", 0, 1000)
        .y("mean squared error", 0, 0.5)
        .line("loss", 1, loss)
        .level("baseline 0.1667", 1 / 6.0)
        .level("solved 0.05", 0.05);
  }

  static Figure crowded() {
    Figure figure = figure("Seven gains and one boundary").x("time t").y("norm of the state");
    for (int i = 0; i < 7; i++) {
      double rate = 1 + 0.02 * i;
      figure.line("g = " + rate, 0, 50, t -> Math.tanh(rate * t / 20));
    }
    return figure
        .points("measured", new double[] {5, 15, 25, 35}, new double[] {0.2, 0.6, 0.8, 0.9})
        .boundary("input ends", 30);
  }
}
