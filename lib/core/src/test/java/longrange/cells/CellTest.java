package longrange.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import longrange.autodiff.GradientCheck;
import longrange.autodiff.MeanSquare;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every cell must hold, whatever its equations.
class CellTest {
  private static final String ALL = "longrange.cells.Specimen#all";
  private static final String TOTAL = "longrange.cells.Specimen#total";

  /// The two views do the same arithmetic up to the order of a few sums.
  private static final double ROUNDING = 1e-14;

  /// The 3e-11 of [GradientCheck] through three steps of a few operations each.
  private static final double DIFFERENCES = 1e-9;

  private final Random random = new Random(17);

  @ParameterizedTest
  @MethodSource(ALL)
  void theFusedStepEqualsTheEquationsInValueAndInEveryAdjoint(Specimen specimen) {
    Cell cell = specimen.cell();
    for (int batch : new int[] {1, 4}) {
      DMatrixRMaj x = Matrices.gaussian(batch, cell.inputSize(), 1, random);
      DMatrixRMaj s = Matrices.gaussian(batch, cell.stateSize(), 1, random);
      DMatrixRMaj seed = Matrices.gaussian(batch, cell.stateSize(), 1, random);
      List<DMatrixRMaj> printed = valueAndAdjoints(cell, cell::equations, x, s, seed);
      List<DMatrixRMaj> fused = valueAndAdjoints(cell, cell::step, x, s, seed);
      assertEquals(3 + cell.parameters().size(), fused.size());
      for (int i = 0; i < printed.size(); i++) {
        Agree.within(ROUNDING, printed.get(i), fused.get(i));
      }
    }
  }

  private static List<DMatrixRMaj> valueAndAdjoints(
      Cell cell, BinaryOperator<Var> view, DMatrixRMaj x, DMatrixRMaj s, DMatrixRMaj seed) {
    Tape tape = Tape.training();
    Var input = tape.variable(x);
    Var state = tape.variable(s);
    // Two steps, so that every parameter's adjoint is a sum over time.
    Var next = view.apply(input, view.apply(input, state));
    tape.backward(next, seed);
    List<DMatrixRMaj> all =
        new ArrayList<>(List.of(next.value(), input.adjoint(), state.adjoint()));
    cell.parameters().forEach(p -> all.add(tape.parameter(p).adjoint()));
    return all;
  }

  @ParameterizedTest
  @MethodSource(TOTAL)
  void everyParametersGradientEqualsCentralDifferences(Specimen specimen) {
    Cell cell = specimen.cell();
    List<DMatrixRMaj> inputs = Sequences.gaussian(3, 2, cell.inputSize(), 1, random);
    DMatrixRMaj s0 = Matrices.gaussian(2, cell.stateSize(), 1, random);
    for (DMatrixRMaj parameter : cell.parameters()) {
      double error = GradientCheck.largestError(tape -> loss(cell, tape, inputs, s0), parameter);
      assertTrue(error < DIFFERENCES, "error " + error);
    }
  }

  private static Var loss(Cell cell, Tape tape, List<DMatrixRMaj> inputs, DMatrixRMaj s0) {
    Var s = tape.constant(s0);
    for (DMatrixRMaj x : inputs) {
      s = cell.step(tape.constant(x), s);
    }
    return MeanSquare.of(s);
  }

  @ParameterizedTest
  @MethodSource(TOTAL)
  void theClosedFormJacobianEqualsCentralDifferences(Specimen specimen) {
    Cell cell = specimen.cell();
    DMatrixRMaj x = Matrices.gaussian(1, cell.inputSize(), 1, random);
    DMatrixRMaj s = Matrices.gaussian(1, cell.stateSize(), 1, random);
    DMatrixRMaj differences =
        GradientCheck.jacobian(state -> cell.states(List.of(x), state).getLast(), s);
    Agree.within(DIFFERENCES, differences, cell.jacobian(x, s));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void theRowsOfABatchDoNotSeeEachOther(Specimen specimen) {
    Cell cell = specimen.cell();
    List<DMatrixRMaj> inputs = Sequences.gaussian(4, 3, cell.inputSize(), 1, random);
    DMatrixRMaj s0 = Matrices.gaussian(3, cell.stateSize(), 1, random);
    List<DMatrixRMaj> together = cell.states(inputs, s0);
    for (int row = 0; row < 3; row++) {
      int r = row;
      List<DMatrixRMaj> alone =
          cell.states(inputs.stream().map(x -> row(x, r)).toList(), row(s0, r));
      for (int t = 0; t <= 4; t++) {
        Agree.within(ROUNDING, row(together.get(t), r), alone.get(t));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aStateDoesNotDependOnWhatComesLater(Specimen specimen) {
    Cell cell = specimen.cell();
    List<DMatrixRMaj> inputs = Sequences.gaussian(5, 2, cell.inputSize(), 1, random);
    List<DMatrixRMaj> otherEnd = new ArrayList<>(inputs);
    otherEnd.set(3, Matrices.gaussian(2, cell.inputSize(), 1, random));
    DMatrixRMaj s0 = Matrices.gaussian(2, cell.stateSize(), 1, random);
    List<DMatrixRMaj> states = cell.states(inputs, s0);
    List<DMatrixRMaj> otherStates = cell.states(otherEnd, s0);
    for (int t = 0; t <= 3; t++) {
      Agree.within(0, states.get(t), otherStates.get(t));
    }
    boolean seesInput = cell.inputSize() > 0;
    assertEquals(seesInput, distance(states.get(4), otherStates.get(4)) > 0);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aRunOfNoStepsIsItsFirstState(Specimen specimen) {
    DMatrixRMaj s0 = Matrices.gaussian(1, specimen.cell().stateSize(), 1, random);
    assertEquals(List.of(s0), specimen.cell().states(List.of(), s0));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aShapeThatDoesNotFitIsNamedInOneSentence(Specimen specimen) {
    Cell cell = specimen.cell();
    int d = cell.inputSize();
    int n = cell.stateSize();
    assertRefused(
        "x is (2,%d): need (2,%d)".formatted(d + 1, d),
        () -> run(cell, new DMatrixRMaj(2, d + 1), new DMatrixRMaj(2, n)));
    assertRefused(
        "s is (2,%d): need (2,%d)".formatted(n + 1, n),
        () -> run(cell, new DMatrixRMaj(2, d), new DMatrixRMaj(2, n + 1)));
    assertRefused(
        "x is (2,%d) but s is (3,%d): need x.rows = s.rows".formatted(d, n),
        () -> run(cell, new DMatrixRMaj(2, d), new DMatrixRMaj(3, n)));
    assertRefused(
        "s is (2,%d): need (1,%d)".formatted(n, n),
        () -> cell.jacobian(new DMatrixRMaj(2, d), new DMatrixRMaj(2, n)));
  }

  private static void run(Cell cell, DMatrixRMaj x, DMatrixRMaj s) {
    Tape tape = Tape.frozen();
    cell.step(tape.constant(x), tape.constant(s));
  }

  private static void assertRefused(String sentence, Runnable act) {
    var error = assertThrows(IllegalArgumentException.class, act::run);
    assertEquals(sentence, error.getMessage());
  }

  private static DMatrixRMaj row(DMatrixRMaj m, int r) {
    return CommonOps_DDRM.extractRow(m, r, null);
  }

  private static double distance(DMatrixRMaj a, DMatrixRMaj b) {
    return CommonOps_DDRM.elementMaxAbs(CommonOps_DDRM.subtract(a, b, null));
  }
}
