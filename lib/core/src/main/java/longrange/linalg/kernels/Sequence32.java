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
  /// Rows of `[h | x | 1]` whose part of the weights' gradient is one product.
  private static final int ROWS_AT_ONCE = 256;

  private final Arithmetic32 arithmetic;
  private final Wiring wiring;
  private final PaddedWeights32 weights;
  private final Units32 units;
  private final Trace32 trace;
  private final Buffers buffers;

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
        buffers.lend32((steps + 1) * batch * (n + weights.inputs() + 1)),
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
        trace.a()[x + trace.inputs()] = 1;
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

  /// One backward pass.
  private final class Sweep {
    private final int n = trace.units();
    private final int batch = trace.batch();
    private final int stepsAtOnce = Math.max(1, ROWS_AT_ONCE / batch);
    private final int inputCols = PaddedWeights32.inWhole(arithmetic.lanes(), trace.inputs());
    private final Block32 zeros = Block32.of(new float[Math.max(n, inputCols)], 0, 0);
    private final Block32 dh = block(batch, n);
    private final Block32 carried = block(batch, n);
    private final Block32 dz = block(stepsAtOnce * batch, weights.cols());
    private final Block32 dx = block(batch, inputCols);
    private final Block32 gradient = block(n + trace.inputs() + 1, weights.cols());
    private final List<DMatrixRMaj> inputs = new ArrayList<>();
    private final Packed32 toState =
        arithmetic.packed(wiring.stateTo * n, n, weights.from(0, 0).transposed());
    private final @Nullable Packed32 toInput;

    Sweep(boolean inputsWanted) {
      int depth = (wiring.blocks - wiring.inputFrom) * n;
      Block32 wx = weights.from(n, wiring.inputFrom).transposed();
      toInput = inputsWanted ? arithmetic.packed(depth, inputCols, wx) : null;
    }

    private Block32 block(int rows, int cols) {
      float[] data = buffers.lend32(rows * cols);
      Arrays.fill(data, 0);
      return Block32.of(data, 0, cols);
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
      return new Adjoints(weights.unpadded(gradient.data()), first(), inputs);
    }

    private void step(int t, Block32 dzNow, Seeds seeds) {
      seed(seeds.output(t), false);
      seed(seeds.state(t), wiring.memory);
      units.backward(trace, t, batch, dh, carried, dzNow);
      toState.times(batch, dzNow, wiring == Wiring.GRU ? carried : zeros, dh);
      if (toInput != null) {
        toInput.times(batch, dzNow.from(0, wiring.inputFrom * n), zeros, dx);
        inputs.add(matrix(dx, trace.inputs()));
      }
    }

    private void seed(@Nullable DMatrixRMaj share, boolean memory) {
      if (share == null) {
        return;
      }
      int real = weights.units();
      for (int row = 0; row < batch; row++) {
        Copies.add(share, row, 0, real, dh.data(), dh.from(row, 0).at());
        if (memory) {
          Copies.add(share, row, real, real, carried.data(), carried.from(row, 0).at());
        }
      }
    }

    /// `[h | x | 1]ᵀ dz` over the rows of some times.
    private void addGradient(int from, int to) {
      int rows = (to - from) * batch;
      Block32 read = trace.read(from).transposed();
      if (wiring.merged()) {
        addProduct(n + trace.inputs() + 1, rows, weights.cols(), read, dz, gradient);
        return;
      }
      addProduct(n, rows, wiring.stateTo * n, read, dz, gradient);
      int first = wiring.inputFrom * n;
      Block32 below = gradient.from(n, first);
      Block32 inputsAndOne = read.from(n, 0);
      addProduct(
          trace.inputs() + 1, rows, weights.cols() - first, inputsAndOne, dz.from(0, first), below);
    }

    private void addProduct(int rows, int depth, int cols, Block32 a, Block32 b, Block32 c) {
      arithmetic.times(rows, depth, cols, a, b, c, c);
    }

    private DMatrixRMaj first() {
      int real = weights.units();
      DMatrixRMaj first = new DMatrixRMaj(batch, wiring.memory ? 2 * real : real);
      for (int row = 0; row < batch; row++) {
        Copies.out(dh.data(), dh.from(row, 0).at(), real, first, row, 0);
        if (wiring.memory) {
          Copies.out(carried.data(), carried.from(row, 0).at(), real, first, row, real);
        }
      }
      return first;
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
