package longrange.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import longrange.autodiff.Tape;
import longrange.linalg.kernels.Buffers;
import longrange.models.Model;
import longrange.tasks.Batch;

/// Sweeps the parts of a batch side by side: each part a whole forward and backward pass on a tape
/// of its own, so that threads meet once a step.
///
/// The threads are shared by all trainings of the process and wait parked. One that spins until
/// there is work is there sooner, and on a machine of two processors made everything 3 to 10 times
/// slower, for it takes the place of others.
public final class Shards {
  /// Weights times numbers read below which a batch is not divided: up to there a step takes some
  /// hundred microseconds, and waking a thread some ten.
  private static final long WORTH_DIVIDING = 1_000_000;

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("longrange shard ", 1).factory());

  private final Truncation truncation;
  private final Arithmetic arithmetic;
  private final List<Buffers> buffers;

  /// Of a training.
  ///
  /// @param truncation how far back gradients go
  /// @param arithmetic in which precision, and in how many parts
  public Shards(Truncation truncation, Arithmetic arithmetic) {
    this.truncation = truncation;
    this.arithmetic = arithmetic;
    this.buffers = IntStream.range(0, arithmetic.shards()).mapToObj(i -> new Buffers()).toList();
  }

  /// The loss of a batch, and its gradient.
  public Swept sweep(Model model, Batch batch) {
    List<Batch> parts = parts(model, batch);
    List<CompletableFuture<Swept>> others = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      int shard = i;
      others.add(
          CompletableFuture.supplyAsync(() -> sweep(model, parts.get(shard), shard), THREADS));
    }
    Swept sum = sweep(model, parts.getFirst(), 0);
    if (parts.size() == 1) {
      return sum;
    }
    sum = sum.times(share(parts.getFirst(), batch));
    for (int i = 1; i < parts.size(); i++) {
      sum = sum.plus(result(others.get(i - 1)).times(share(parts.get(i), batch)));
    }
    return sum;
  }

  private Swept sweep(Model model, Batch part, int shard) {
    Buffers lender = buffers.get(shard);
    return truncation.sweep(
        model,
        part,
        () -> {
          lender.reclaim();
          return Tape.training(arithmetic.precision(), lender);
        });
  }

  /// The batch in equal parts of whole sequences; one that asks nothing has nothing to teach.
  private List<Batch> parts(Model model, Batch batch) {
    long work = (long) model.parameterCount() * batch.inputs().size() * batch.size();
    int shards = Math.min(arithmetic.shards(), batch.size());
    if (shards == 1 || work < WORTH_DIVIDING) {
      return List.of(batch);
    }
    return IntStream.range(0, shards)
        .mapToObj(i -> batch.rows(i * batch.size() / shards, (i + 1) * batch.size() / shards))
        .filter(part -> part.questions() > 0)
        .toList();
  }

  private static double share(Batch part, Batch whole) {
    return part.questions() / whole.questions();
  }

  /// Waits for a part even when this thread is interrupted: it is done within the step, and writes
  /// into arrays that the next one needs.
  private static Swept result(CompletableFuture<Swept> part) {
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
