package longrange.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TapeTest {
  private final Random random = new Random(11);

  /// One line for each operation: its name, the shape of its second argument, the operation.
  static Stream<Arguments> operations() {
    return Stream.of(
        operation("times", 4, 2, Var::times),
        operation("plus", 3, 4, Var::plus),
        operation("plusRow", 1, 4, Var::plusRow),
        operation("timesRow", 1, 4, Var::timesRow),
        operation("hadamard", 3, 4, Var::hadamard),
        operation("scaled", 3, 4, (a, b) -> a.scaled(-0.7).plus(b)),
        operation("complement", 3, 4, (a, b) -> a.complement().hadamard(b)),
        operation("tanh", 3, 4, (a, b) -> a.tanh().plus(b)),
        operation("sigmoid", 3, 4, (a, b) -> a.sigmoid().plus(b)),
        operation("columns", 3, 2, (a, b) -> a.columns(1, 3).hadamard(b)),
        operation("beside", 3, 2, Var::beside),
        operation("the same matrix twice", 3, 4, (a, b) -> a.plus(b).plus(a).plus(b.plus(b))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void thePullbackOfEveryOperationEqualsCentralDifferences(
      String name, int rows, int cols, BiFunction<Var, Var, Var> operation) {
    DMatrixRMaj a = Matrices.gaussian(3, 4, 1, random);
    DMatrixRMaj b = Matrices.gaussian(rows, cols, 1, random);
    for (DMatrixRMaj parameter : new DMatrixRMaj[] {a, b}) {
      double error =
          GradientCheck.largestError(
              tape -> MeanSquare.of(operation.apply(tape.parameter(a), tape.parameter(b)).tanh()),
              parameter);
      // Twice the 3e-11 of GradientCheck.H for each of a few operations.
      assertTrue(error < 3e-10, name + ": " + error);
    }
  }

  @Test
  void aMissingAdjointMeansNoPathAndReadsAsZero() {
    Tape tape = Tape.training();
    Var used = tape.variable(Matrices.row(1, 2));
    Var unused = tape.variable(Matrices.row(3, 4, 5));
    tape.backward(MeanSquare.of(used));
    Agree.within(1e-15, Matrices.row(1, 2), used.adjoint());
    Agree.within(0, Matrices.row(0, 0, 0), unused.adjoint());
  }

  @Test
  void aSecondSweepStartsAfresh() {
    Tape tape = Tape.training();
    Var a = tape.variable(Matrices.row(1, 2));
    Var loss = MeanSquare.of(a);
    tape.backward(loss);
    tape.backward(loss);
    Agree.within(1e-15, Matrices.row(1, 2), a.adjoint());
  }

  @Test
  void aFrozenTapeBringsNothingToParameters() {
    Tape tape = Tape.frozen();
    DMatrixRMaj weights = Matrices.gaussian(2, 2, 1, random);
    Var a = tape.variable(Matrices.row(1, 2));
    tape.backward(MeanSquare.of(a.times(tape.parameter(weights))));
    Agree.within(0, new DMatrixRMaj(2, 2), tape.parameter(weights).adjoint());
    assertTrue(a.adjoint().get(0) != 0);
  }

  @Test
  void whatIsDetachedSendsNothingBack() {
    Tape tape = Tape.training();
    Var a = tape.variable(Matrices.row(1, 2));
    Var product = a.hadamard(a.detached());
    Agree.within(0, Matrices.row(1, 4), product.value());
    tape.backward(product, Matrices.row(1, 1));
    Agree.within(0, Matrices.row(1, 2), a.adjoint());
  }

  @Test
  void theMultiplicationsOfAProductAreCounted() {
    Tape tape = Tape.training();
    Var a = tape.variable(new DMatrixRMaj(2, 3));
    Var b = tape.variable(new DMatrixRMaj(3, 5));
    Var product = a.times(b);
    assertEquals(2 * 3 * 5, tape.multiplications());
    tape.backward(product, new DMatrixRMaj(2, 5));
    assertEquals(2 * 3 * 5, tape.multiplications());
  }

  @Test
  void whatDoesNotFitIsNamedInOneSentence() {
    Tape tape = Tape.training();
    Var a = tape.variable(new DMatrixRMaj(2, 3));
    Var b = tape.variable(new DMatrixRMaj(2, 3));
    assertRefused("A is (2,3) but B is (2,3): need A.cols = B.rows", () -> a.times(b));
    assertRefused("b is (2,3): need (1,3)", () -> a.plusRow(b));
    Var row = tape.variable(new DMatrixRMaj(1, 3));
    assertRefused("A is (2,3) but B is (1,3): need one shape", () -> a.plus(row));
    assertRefused("A is (2,3) but B is (1,3): need one shape", () -> a.hadamard(row));
    assertRefused("g is (2,3): need (1,3)", () -> a.timesRow(b));
    assertRefused("A is (2,3) but B is (1,3): need A.rows = B.rows", () -> a.beside(row));
    assertRefused(
        "A is (2,3): need columns 0 ≤ from < to ≤ A.cols, not 2 to 4", () -> a.columns(2, 4));
    assertRefused("the seed is (1,1): need (2,3)", () -> tape.backward(a));
    assertRefused(
        "the output was not recorded on this tape: sweep on the tape that made it",
        () -> Tape.training().backward(MeanSquare.of(a)));
  }

  @Test
  void variablesOfTwoTapesAreNotMixed() {
    Var a = Tape.training().variable(new DMatrixRMaj(1, 1));
    Var b = Tape.training().variable(new DMatrixRMaj(1, 1));
    List<Consumer<Var>> operations =
        List.of(a::times, a::plus, a::plusRow, a::timesRow, a::hadamard, a::beside);
    for (Consumer<Var> operation : operations) {
      assertRefused(
          "two variables are on two tapes: make them on one, or no gradient comes",
          () -> operation.accept(b));
    }
  }

  private static void assertRefused(String sentence, Runnable act) {
    var error = assertThrows(IllegalArgumentException.class, act::run);
    assertEquals(sentence, error.getMessage());
  }

  private static Arguments operation(
      String name, int rows, int cols, BiFunction<Var, Var, Var> operation) {
    return Arguments.of(name, rows, cols, operation);
  }
}
