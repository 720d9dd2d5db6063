package longrange.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import longrange.linalg.Matrices;
import longrange.models.RecurrentNetwork;
import longrange.models.SequenceModel;
import longrange.tasks.AddingProblem;
import longrange.tasks.Batch;
import longrange.training.Adam;
import longrange.training.Arithmetic;
import longrange.training.GlobalNorm;
import longrange.training.Shards;
import longrange.training.Swept;
import longrange.training.Truncation;
import longrange.training.UpdateRule;
import org.ejml.data.DMatrixRMaj;

/// A training step, always on the same batch, as the trainer does it.
final class StepTask implements Task {
  /// So small that the numbers stay what they are: the last step is the same work as the first.
  private static final double LEARNING_RATE = 1e-6;

  private final SequenceModel model;
  private final Batch batch;
  private final Shards shards;
  private final UpdateRule.Update update;
  private final List<DMatrixRMaj> result;

  StepTask(Work work) {
    Random random = new Random(1);
    model = new RecurrentNetwork(work.cellKind(), work.units()).seeded(2, 1, random);
    batch = new AddingProblem(work.steps()).batch(work.batch(), random);
    shards = new Shards(new Truncation.None(), new Arithmetic(work.precision(), work.threads()));
    update = Adam.standard().of(model.parameters());
    Swept first = shards.sweep(model, batch);
    result = Stream.concat(Stream.of(Matrices.row(first.loss())), copies(first)).toList();
  }

  private static Stream<DMatrixRMaj> copies(Swept swept) {
    return swept.gradients().stream().map(DMatrixRMaj::copy);
  }

  @Override
  public void run() {
    List<DMatrixRMaj> gradients = sweep().gradients();
    GlobalNorm.clip(gradients, 1);
    update.step(gradients, LEARNING_RATE);
  }

  /// The part of a step that the kernels do.
  Swept sweep() {
    return shards.sweep(model, batch);
  }

  @Override
  public List<DMatrixRMaj> result() {
    return result;
  }

  SequenceModel model() {
    return model;
  }

  Batch batch() {
    return batch;
  }

  @Override
  public List<DMatrixRMaj> numbers() {
    List<DMatrixRMaj> numbers = new ArrayList<>(model.parameters());
    numbers.addAll(batch.inputs());
    numbers.add(batch.targets().getFirst().values());
    return numbers;
  }
}
