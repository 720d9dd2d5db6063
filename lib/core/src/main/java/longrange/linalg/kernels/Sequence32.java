// Generated from Sequence64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// A cell over a sequence, in single precision.
///
/// Its gain over one small operation after the other is in what is not done: weights are laid out
/// once for all times, input and state are one product, nothing is allocated or recorded in
/// between, and the weights' gradient is one product for many times at once, whose factors still
/// are in the processor's cache.
final class Sequence32 implements Sequence {
  /// Rows of `[h | x | 1 | 0]` whose part of the weights' gradient is one product.
  private static final int ROWS_AT_ONCE = 256;

  private final Arithmetic32 arithmetic;
  private final Wiring wiring;
  private final PaddedWeights32 weights;
  private final Units32 units;
  private final Trace32 trace;
  private final Buffers buffers;
  private @Nullable StepBack stepBack;

  private Sequence32(
      Arithmetic32 arithmetic, PaddedWeights32 weights, Trace32 trace, Buffers buffers) {
    this.arithmetic = arithmetic;
    this.wiring = weights.wiring();
    this.weights = weights;
    this.units = arithmetic.units(wiring);
    this.trace = trace;
    this.buffers = buffers;
  }

  /// Runs a cell.
  ///
  /// @param inputs T times (B,d). Not modified.
  /// @param first the state before the first input. Not modified.
  static Sequence32 run(
      Arithmetic32 arithmetic,
      Wiring wiring,
      Weights weights,
      List<DMatrixRMaj> inputs,
      DMatrixRMaj first,
      Buffers buffers) {
    PaddedWeights32 padded = PaddedWeights32.of(wiring, weights, arithmetic.lanes(), buffers);
    Trace32 trace = trace(padded, inputs.size(), first.numRows, buffers);
    Sequence32 sequence = new Sequence32(arithmetic, padded, trace, buffers);
    sequence.begin(inputs, first);
    sequence.forward();
    return sequence;
  }

  private static Trace32 trace(PaddedWeights32 weights, int steps, int batch, Buffers buffers) {
    int n = weights.padded();
    boolean memory = weights.wiring().memory;
    boolean bent = weights.wiring() != Wiring.RNN;
    return new Trace32(
        steps,
        batch,
        weights.inputs(),
        n,
        weights.wiring().blocks,
        buffers.lend32((steps + 1) * batch * Trace32.readCols(n, weights.inputs())),
        buffers.lend32(steps * batch * weights.cols()),
        buffers.lend32(memory ? (steps + 1) * batch * n : 0),
        buffers.lend32(bent ? steps * batch * n : 0));
  }

  private void begin(List<DMatrixRMaj> inputs, DMatrixRMaj first) {
    int n = weights.units();
    for (int row = 0; row < trace.batch(); row++) {
      int h = trace.read(0).from(row, 0).at();
      Arrays.fill(trace.a(), h, h + trace.units(), 0);
      Copies.in(first, row, 0, n, trace.a(), h);
      if (wiring.memory) {
        int c = trace.memory(0).from(row, 0).at();
        Arrays.fill(trace.c(), c, c + trace.units(), 0);
        Copies.in(first, row, n, n, trace.c(), c);
      }
    }
    for (int t = 0; t < trace.steps(); t++) {
      for (int row = 0; row < trace.batch(); row++) {
        int x = trace.read(t).from(row, trace.units()).at();
        Copies.in(inputs.get(t), row, 0, trace.inputs(), trace.a(), x);
        int one = x + trace.inputs();
        trace.a()[one] = 1;
        Arrays.fill(trace.a(), one + 1, x - trace.units() + trace.readCols(), 0);
      }
    }
  }

  private void forward() {
    int n = trace.units();
    int batch = trace.batch();
    Block32 bias = Block32.of(weights.bias(), 0, 0);
    if (wiring.merged()) {
      Packed32 both = arithmetic.packed(n + trace.inputs(), weights.cols(), weights.from(0, 0));
      for (int t = 0; t < trace.steps(); t++) {
        both.times(batch, trace.read(t), bias, trace.gates(t));
        units.forward(trace, t);
      }
      return;
    }
    Packed32 fromState = arithmetic.packed(n, wiring.stateTo * n, weights.from(0, 0));
    Packed32 fromInput = arithmetic.packed(trace.inputs(), weights.cols(), weights.from(n, 0));
    for (int t = 0; t < trace.steps(); t++) {
      // Wx is zero at the blocks that the input does not make.
      fromInput.times(batch, trace.read(t).from(0, n), bias, trace.gates(t));
      fromState.times(batch, trace.read(t), trace.gates(t), trace.gates(t));
      units.forward(trace, t);
    }
  }

  @Override
  public DMatrixRMaj output(int t) {
    DMatrixRMaj output = new DMatrixRMaj(trace.batch(), weights.units());
    for (int row = 0; row < trace.batch(); row++) {
      int h = trace.read(t + 1).from(row, 0).at();
      Copies.out(trace.a(), h, weights.units(), output, row, 0);
    }
    return output;
  }

  @Override
  public DMatrixRMaj state(int t) {
    if (!wiring.memory) {
      return output(t);
    }
    int n = weights.units();
    DMatrixRMaj state = new DMatrixRMaj(trace.batch(), 2 * n);
    for (int row = 0; row < trace.batch(); row++) {
      Copies.out(trace.a(), trace.read(t + 1).from(row, 0).at(), n, state, row, 0);
      Copies.out(trace.c(), trace.memory(t + 1).from(row, 0).at(), n, state, row, n);
    }
    return state;
  }

  @Override
  public Adjoints backward(Seeds seeds, boolean inputsWanted) {
    return new Sweep(inputsWanted).over(seeds);
  }

  @Override
  public DMatrixRMaj backOneStep(int t, DMatrixRMaj after) {
    int rows = after.numRows;
    if (stepBack == null || stepBack.rows != rows) {
      stepBack = new StepBack(rows);
    }
    return stepBack.over(t, after);
  }

  /// Where the adjoint of the state before a step begins: a GRU hands some back past the product.
  private Block32 beginning(Block32 carried, Block32 zeros) {
    return wiring == Wiring.GRU ? carried : zeros;
  }

  private Packed32 toState() {
    int n = trace.units();
    return arithmetic.packed(wiring.stateTo * n, n, weights.from(0, 0).transposed());
  }

  private Block32 cleared(int rows, int cols) {
    float[] data = buffers.lend32(rows * cols);
    Arrays.fill(data, 0);
    return Block32.of(data, 0, cols);
  }

  /// Adds adjoints of outputs, or of states, to those that are under way.
  private void add(DMatrixRMaj share, boolean memory, Block32 dh, Block32 carried) {
    int n = weights.units();
    for (int row = 0; row < share.numRows; row++) {
      Copies.add(share, row, 0, n, dh.data(), dh.from(row, 0).at());
      if (memory) {
        Copies.add(share, row, n, n, carried.data(), carried.from(row, 0).at());
      }
    }
  }

  /// The adjoint of a state.
  private DMatrixRMaj stateAdjoint(int rows, Block32 dh, Block32 carried) {
    int n = weights.units();
    DMatrixRMaj adjoint = new DMatrixRMaj(rows, wiring.memory ? 2 * n : n);
    for (int row = 0; row < rows; row++) {
      Copies.out(dh.data(), dh.from(row, 0).at(), n, adjoint, row, 0);
      if (wiring.memory) {
        Copies.out(carried.data(), carried.from(row, 0).at(), n, adjoint, row, n);
      }
    }
    return adjoint;
  }

  /// The backward pass in single steps, for so many rows of adjoints.
  private final class StepBack {
    private final int rows;
    private final Packed32 toState = toState();
    private final Block32 zeros = Block32.of(new float[trace.units()], 0, 0);
    private final Block32 dh;
    private final Block32 carried;
    private final Block32 dz;

    StepBack(int rows) {
      this.rows = rows;
      dh = cleared(rows, trace.units());
      carried = cleared(rows, trace.units());
      dz = cleared(rows, weights.cols());
    }

    DMatrixRMaj over(int t, DMatrixRMaj after) {
      begin(after);
      units.backward(trace, t, rows, dh, carried, dz);
      toState.times(rows, dz, beginning(carried, zeros), dh);
      return stateAdjoint(rows, dh, carried);
    }

    /// The further columns, of units that are not there, stay at 0 from step to step.
    private void begin(DMatrixRMaj after) {
      int n = weights.units();
      for (int row = 0; row < rows; row++) {
        Copies.in(after, row, 0, n, dh.data(), dh.from(row, 0).at());
        if (wiring.memory) {
          Copies.in(after, row, n, n, carried.data(), carried.from(row, 0).at());
        }
      }
    }
  }

  /// One backward pass.
  private final class Sweep {
    private final int n = trace.units();
    private final int batch = trace.batch();
    private final int stepsAtOnce = Math.max(1, ROWS_AT_ONCE / batch);
    private final int inputCols = PaddedWeights32.inWhole(arithmetic.lanes(), trace.inputs());
    private final Block32 zeros = Block32.of(new float[Math.max(n, inputCols)], 0, 0);
    private final Block32 dh = cleared(batch, n);
    private final Block32 carried = cleared(batch, n);
    private final Block32 dz = cleared(stepsAtOnce * batch, weights.cols());
    private final Block32 dx = cleared(batch, inputCols);
    private final Block32 gradient = cleared(trace.readCols(), weights.cols());
    private final List<DMatrixRMaj> inputs = new ArrayList<>();
    private final Packed32 toState = toState();
    private final @Nullable Packed32 toInput;

    Sweep(boolean inputsWanted) {
      int depth = (wiring.blocks - wiring.inputFrom) * n;
      Block32 wx = weights.from(n, wiring.inputFrom).transposed();
      toInput = inputsWanted ? arithmetic.packed(depth, inputCols, wx) : null;
    }

    Adjoints over(Seeds seeds) {
      for (int to = trace.steps(); to > 0; to -= stepsAtOnce) {
        int from = Math.max(0, to - stepsAtOnce);
        for (int t = to - 1; t >= from; t--) {
          step(t, dz.from((t - from) * batch, 0), seeds);
        }
        addGradient(from, to);
      }
      Collections.reverse(inputs);
      return new Adjoints(
          weights.unpadded(gradient.data()), stateAdjoint(batch, dh, carried), inputs);
    }

    private void step(int t, Block32 dzNow, Seeds seeds) {
      seed(seeds.output(t), false);
      seed(seeds.state(t), wiring.memory);
      units.backward(trace, t, batch, dh, carried, dzNow);
      toState.times(batch, dzNow, beginning(carried, zeros), dh);
      if (toInput != null) {
        toInput.times(batch, dzNow.from(0, wiring.inputFrom * n), zeros, dx);
        inputs.add(matrix(dx, trace.inputs()));
      }
    }

    private void seed(@Nullable DMatrixRMaj share, boolean memory) {
      if (share != null) {
        add(share, memory, dh, carried);
      }
    }

    /// `[h | x | 1 | 0]ᵀ dz` over the rows of some times.
    private void addGradient(int from, int to) {
      int rows = (to - from) * batch;
      Block32 read = trace.read(from).transposed();
      if (wiring.merged()) {
        addProduct(trace.readCols(), rows, weights.cols(), read, dz, gradient);
        return;
      }
      addProduct(n, rows, wiring.stateTo * n, read, dz, gradient);
      int first = wiring.inputFrom * n;
      Block32 below = gradient.from(n, first);
      Block32 inputsAndOne = read.from(n, 0);
      addProduct(
          trace.readCols() - n,
          rows,
          weights.cols() - first,
          inputsAndOne,
          dz.from(0, first),
          below);
    }

    private void addProduct(int rows, int depth, int cols, Block32 a, Block32 b, Block32 c) {
      arithmetic.times(rows, depth, cols, a, b, c, c);
    }

    private DMatrixRMaj matrix(Block32 from, int cols) {
      DMatrixRMaj m = new DMatrixRMaj(batch, cols);
      for (int row = 0; row < batch; row++) {
        Copies.out(from.data(), from.from(row, 0).at(), cols, m, row, 0);
      }
      return m;
    }
  }
}
