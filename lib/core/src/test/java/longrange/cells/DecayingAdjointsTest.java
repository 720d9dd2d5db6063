package longrange.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.kernels.Backend;
import longrange.linalg.kernels.Buffers;
import longrange.linalg.kernels.EachBackend;
import longrange.linalg.kernels.Precision;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A loss at the end of a long sequence, in cells that forget so fast that its adjoint leaves the
/// range of both precisions on the way back: at most a fifth of it is left after each step.
class DecayingAdjointsTest {
  private static final int STEPS = 500;
  private static final int BATCH = 3;
  private static final int INPUTS = 2;
  private static final int UNITS = 16;

  private final Random random = new Random(7);
  private final List<DMatrixRMaj> inputs = matrices(STEPS, BATCH, INPUTS);
  private final DMatrixRMaj seed = Matrices.gaussian(BATCH, UNITS, 1, random);

  private List<DMatrixRMaj> matrices(int count, int rows, int cols) {
    return IntStream.range(0, count)
        .mapToObj(_ -> Matrices.gaussian(rows, cols, 1, random))
        .toList();
  }

  private static Stream<Arguments> all() {
    return Stream.of(EachBackend.values())
        .flatMap(backend ->
            cells()
                .flatMap(cell ->
                    Stream.of(
                        arguments(backend, cell, Precision.DOUBLE, 1e-13, Double.MIN_NORMAL),
                        arguments(backend, cell, Precision.SINGLE, 2e-5, Float.MIN_NORMAL))));
  }

  private static Arguments arguments(
      EachBackend backend, Cell cell, Precision precision, double tolerance, double normal) {
    String name = "%s, %s, %s".formatted(backend, cell.getClass().getSimpleName(), precision);
    return Arguments.of(name, backend, cell, precision, tolerance, normal);
  }

  private static Stream<Cell> cells() {
    Random random = new Random(1);
    return Stream.<Cell>of(
            Rnn.seeded(INPUTS, UNITS, random),
            Lstm.seeded(INPUTS, UNITS, random),
            Gru.seeded(INPUTS, UNITS, Gru.Update.Z_KEEPS, Gru.Reset.AFTER_PRODUCT, random))
        .peek(cell -> forgetFast(cell, random));
  }

  /// Biases of -2: gates stand near 0.12, the slope of tanh near 0.07.
  private static void forgetFast(Cell cell, Random random) {
    for (DMatrixRMaj p : cell.parameters()) {
      p.setTo(Matrices.gaussian(p.numRows, p.numCols, 0.2 / Math.sqrt(UNITS), random));
      if (p.numRows == 1) {
        CommonOps_DDRM.add(p, -2, p);
      }
    }
  }

  /// @param tolerance rounding, of sums of some thousand terms
  /// @param normal the smallest number with which processors compute at full speed
  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void noneIsSubnormalAndTheGradientsAreThoseOfTheComposedForm(
      String name,
      EachBackend each,
      Cell cell,
      Precision precision,
      double tolerance,
      double normal) {
    Backend backend = each.here();
    Swept exact = swept(Tape.training(), cell, null);
    Buffers buffers = new Buffers();
    buffers.reclaim();
    Swept fused = swept(Tape.training(precision, buffers), cell, backend);
    assertTrue(largest(exact.inputs.getFirst()) < normal, "the sequence is too short to tell");
    assertEquals(0, largest(fused.inputs.getFirst()));
    assertTrue(largest(fused.inputs.getLast()) > 1e-4);
    for (DMatrixRMaj adjoint : fused.all()) {
      assertTrue(
          Arrays.stream(adjoint.data).allMatch(x -> x == 0 || Math.abs(x) >= normal),
          () -> "subnormal: " + adjoint);
    }
    for (int i = 0; i < exact.all().size(); i++) {
      Agree.within(tolerance, exact.all().get(i), fused.all().get(i));
    }
  }

  private static double largest(DMatrixRMaj m) {
    return CommonOps_DDRM.elementMaxAbs(m);
  }

  /// The adjoints of the inputs, and those of the state at the start and of the parameters.
  private record Swept(List<DMatrixRMaj> inputs, List<DMatrixRMaj> others) {
    List<DMatrixRMaj> all() {
      return Stream.concat(inputs.stream(), others.stream()).toList();
    }
  }

  /// @param backend null for one step after the other
  private Swept swept(Tape tape, Cell cell, @Nullable Backend backend) {
    List<Var> xs = inputs.stream().map(tape::variable).toList();
    Var before = tape.variable(new DMatrixRMaj(BATCH, cell.stateSize()));
    Run run =
        backend == null
            ? Run.stepByStep(cell, xs, before)
            : new FusedRun(backend, cell.fused().orElseThrow(), xs, before);
    tape.backward(run.output(STEPS - 1), seed);
    List<DMatrixRMaj> others = new ArrayList<>(List.of(before.adjoint()));
    cell.parameters().forEach(p -> others.add(tape.parameter(p).adjoint()));
    return new Swept(xs.stream().map(Var::adjoint).toList(), others);
  }
}
