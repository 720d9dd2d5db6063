package longrange.linalg.kernels;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// Has C2 compile the Vector API's loops before anybody waits for them.
///
/// Until then every vector is an object, and a training step takes hundreds of times as long. So a
/// thread in the background, which nobody waits for, runs small sequences of every cell for some
/// seconds at most, while the user still reads.
final class WarmUp {
  private static final Duration MOST = Duration.ofSeconds(3);
  private static final int ROUNDS = 300;
  private static final int UNITS = 32;
  private static final int BATCH = 9; // whole tiles and a row
  private static final int STEPS = 10;

  private final Backend backend;
  private final List<DMatrixRMaj> inputs =
      IntStream.range(0, STEPS).mapToObj(t -> new DMatrixRMaj(BATCH, 2)).toList();

  private WarmUp(Backend backend) {
    this.backend = backend;
  }

  /// Starts it, and does not wait: the thread ends by itself, and keeps no program from ending.
  static Thread begin(Backend backend) {
    Thread thread = new Thread(new WarmUp(backend)::run, "longrange warm-up");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void run() {
    long end = System.nanoTime() + MOST.toNanos();
    for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
      for (Wiring wiring : Wiring.values()) {
        for (Precision precision : Precision.values()) {
          sweep(wiring, precision);
        }
      }
    }
  }

  private void sweep(Wiring wiring, Precision precision) {
    int fromInput = (wiring.blocks - wiring.inputFrom) * UNITS;
    Weights weights =
        new Weights(
            new DMatrixRMaj(2, fromInput),
            new DMatrixRMaj(UNITS, wiring.stateTo * UNITS),
            new DMatrixRMaj(1, fromInput));
    DMatrixRMaj first = new DMatrixRMaj(BATCH, wiring.memory ? 2 * UNITS : UNITS);
    Sequence run = backend.run(precision, wiring, weights, inputs, first, new Buffers());
    var _ = run.backward(new AtTheEnd(new DMatrixRMaj(BATCH, UNITS)), true);
  }

  private record AtTheEnd(DMatrixRMaj adjoint) implements Sequence.Seeds {
    @Override
    public @Nullable DMatrixRMaj output(int t) {
      return t == STEPS - 1 ? adjoint : null;
    }

    @Override
    public @Nullable DMatrixRMaj state(int t) {
      return null;
    }
  }
}
