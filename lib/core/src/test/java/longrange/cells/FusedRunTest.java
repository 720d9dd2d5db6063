package longrange.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.autodiff.MeanSquare;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.kernels.Backend;
import longrange.linalg.kernels.Buffers;
import longrange.linalg.kernels.EachBackend;
import longrange.linalg.kernels.Precision;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The fused sequence against the composed form: the same cell, one step after the other.
class FusedRunTest {
  private static final int STEPS = 9;

  /// Sums of up to some hundred terms in another order.
  private static final double ROUNDING = 1e-13;

  /// The same in single precision, 24 bits.
  private static final double SINGLE_ROUNDING = 2e-5;

  private static Stream<Arguments> all() {
    return Stream.of(EachBackend.values())
        .flatMap(backend -> cells().flatMap(cell -> arguments(backend, cell)));
  }

  /// Units and inputs around the widths of vectors and of panels; primes; none.
  private static Stream<Cell> cells() {
    int[][] shapes = {{1, 1}, {0, 2}, {3, 5}, {2, 8}, {17, 13}, {9, 16}, {1, 33}, {5, 67}};
    return Stream.of(shapes)
        .flatMap(shape -> {
          Random random = new Random(shape[1]);
          int d = shape[0];
          int n = shape[1];
          return Stream.of(
              Rnn.seeded(d, n, random),
              Lstm.seeded(d, n, random),
              Gru.seeded(d, n, Gru.Update.Z_KEEPS, Gru.Reset.AFTER_PRODUCT, random));
        });
  }

  private static Stream<Arguments> arguments(EachBackend backend, Cell cell) {
    return IntStream.of(1, 3, 4, 7)
        .mapToObj(batch ->
            Arguments.of(
                "%s, %s of %d inputs and state %d, batch %d"
                    .formatted(
                        backend,
                        cell.getClass().getSimpleName(),
                        cell.inputSize(),
                        cell.stateSize(),
                        batch),
                backend,
                cell,
                batch));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void itEqualsTheComposedFormInEveryValueAndInEveryAdjoint(
      String name, EachBackend each, Cell cell, int batch) {
    Backend backend = each.here();
    Case run = new Case(cell, batch);
    List<DMatrixRMaj> expected = run.composed();
    run.check(ROUNDING, expected, run.fused(backend, Precision.DOUBLE));
    run.check(SINGLE_ROUNDING, expected, run.fused(backend, Precision.SINGLE));
  }

  /// A cell with random weights, inputs and adjoints.
  private static final class Case {
    private final Random random = new Random(3);
    private final Cell cell;
    private final List<DMatrixRMaj> inputs;
    private final DMatrixRMaj before;
    private final DMatrixRMaj early;
    private final DMatrixRMaj late;

    Case(Cell cell, int batch) {
      this.cell = cell;
      for (DMatrixRMaj p : cell.parameters()) {
        p.setTo(Matrices.gaussian(p.numRows, p.numCols, 1 / Math.sqrt(cell.outputSize()), random));
      }
      inputs =
          IntStream.range(0, STEPS)
              .mapToObj(t -> Matrices.gaussian(batch, cell.inputSize(), 1, random))
              .toList();
      before = Matrices.gaussian(batch, cell.stateSize(), 1, random);
      early = Matrices.gaussian(batch, cell.outputSize(), 1, random);
      late = Matrices.gaussian(batch, cell.stateSize(), 1, random);
    }

    List<DMatrixRMaj> composed() {
      Tape tape = Tape.training();
      return swept(tape, variables(tape), tape.variable(before), null);
    }

    List<DMatrixRMaj> fused(Backend backend, Precision precision) {
      Buffers buffers = new Buffers();
      buffers.reclaim();
      Tape tape = Tape.training(precision, buffers);
      return swept(tape, variables(tape), tape.variable(before), backend);
    }

    private List<Var> variables(Tape tape) {
      return inputs.stream().map(tape::variable).toList();
    }

    /// Values and adjoints, with adjoints that arrive at an output in the middle, at another, and
    /// at the last state; swept before from elsewhere, to see that a sweep knows nothing of those
    /// before.
    private List<DMatrixRMaj> swept(Tape tape, List<Var> xs, Var s0, @Nullable Backend backend) {
      Run run =
          backend == null
              ? Run.stepByStep(cell, xs, s0)
              : new FusedRun(backend, cell.fused().orElseThrow(), xs, s0);
      assertEquals(STEPS, run.steps());
      Var atOutputs =
          run.output(3).hadamard(tape.constant(early)).plus(run.outputs().get(STEPS - 1));
      Var atTheEnd = run.last().hadamard(tape.constant(late));
      Var loss = MeanSquare.of(atOutputs).plus(MeanSquare.of(atTheEnd));
      tape.backward(run.output(5), early);
      tape.backward(run.state(2), late);
      tape.backward(loss);
      List<DMatrixRMaj> all = new ArrayList<>();
      for (int t = 0; t < STEPS; t++) {
        all.add(run.output(t).value());
        all.add(run.state(t).value());
        all.add(xs.get(t).adjoint());
      }
      all.add(s0.adjoint());
      cell.parameters().forEach(p -> all.add(tape.parameter(p).adjoint()));
      return all;
    }

    void check(double tolerance, List<DMatrixRMaj> expected, List<DMatrixRMaj> actual) {
      assertEquals(expected.size(), actual.size());
      assertTrue(actual.size() > 3 * STEPS);
      for (int i = 0; i < expected.size(); i++) {
        Agree.within(tolerance, expected.get(i), actual.get(i));
      }
    }
  }
}
