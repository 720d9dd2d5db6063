package longrange.models;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import longrange.cells.CellKind;
import longrange.cells.Gru;
import longrange.cells.Paths;
import longrange.linalg.Matrices;
import longrange.tasks.AddingProblem;
import longrange.tasks.Batch;
import longrange.tasks.CopyMemory;
import longrange.tasks.EmbeddedReber;
import longrange.tasks.Reversal;
import longrange.tasks.Task;
import longrange.tasks.TwoSequences;
import org.ejml.data.DMatrixRMaj;

/// A model to be tested, and a task that asks it. Every test of all models runs over [#all]: to
/// have a new model tested, add its line to the architectures.
///
/// @param architecture what is tested
/// @param task what is asked
public record ModelSpecimen(Architecture architecture, Task task) {
  /// The same models on sequences of one step, and their batch of one sequence.
  public static Stream<ModelSpecimen> ofOneStep() {
    return Stream.of(recurrent(), bidirectional(), embedded())
        .flatMap(architectures -> architectures)
        .map(architecture -> new ModelSpecimen(architecture, new TwoSequences(1, 1)));
  }

  /// Numbers at the end.
  private static final Task AT_THE_END = new AddingProblem(5);

  /// Classes after every input, of sequences that have one length, and of some that do not.
  private static final List<Task> EVERYWHERE =
      List.of(new CopyMemory(2, 2, 3), new EmbeddedReber());

  /// Every architecture of the library, with every kind of cell, on every kind of question.
  public static Stream<ModelSpecimen> all() {
    return Stream.of(
            recurrent().map(architecture -> new ModelSpecimen(architecture, AT_THE_END)),
            // At the last time a backward cell has made one step only, which its Wh has no part in.
            Stream.of(recurrent(), bidirectional(), embedded())
                .flatMap(architectures -> architectures)
                .flatMap(ModelSpecimen::everywhere),
            translating().map(a -> new ModelSpecimen(a, new Reversal(3, 4))))
        .flatMap(specimens -> specimens);
  }

  private static Stream<ModelSpecimen> everywhere(Architecture architecture) {
    return EVERYWHERE.stream().map(task -> new ModelSpecimen(architecture, task));
  }

  private static Stream<Architecture> embedded() {
    return kinds().map(kind -> new EmbeddedNetwork(2, kind, 3));
  }

  private static Stream<Architecture> translating() {
    return kinds().map(kind -> new EncoderDecoderNetwork(kind, 3));
  }

  private static Stream<Architecture> recurrent() {
    // Not from the end: rows of zeros normalised are a point where no difference can be taken.
    return Stream.of(kinds(), Stream.of(new CellKind.LayerNormed()), grus())
        .flatMap(kinds -> kinds)
        .map(kind -> new RecurrentNetwork(kind, 4));
  }

  private static Stream<CellKind> grus() {
    return Stream.of(Gru.Update.values())
        .flatMap(z -> Stream.of(Gru.Reset.values()).map(reset -> new CellKind.Gru(z, reset, 0.5)));
  }

  private static Stream<Architecture> bidirectional() {
    return kinds().map(kind -> new BidirectionalNetwork(kind, 2));
  }

  private static Stream<CellKind> kinds() {
    CellKind lstm = new CellKind.Lstm(1);
    return Stream.of(
        new CellKind.Elman(),
        new CellKind.Orthogonal(),
        new CellKind.Identity(),
        new CellKind.Jordan(),
        new CellKind.Skip(2),
        lstm,
        new CellKind.ChronoLstm(20),
        new CellKind.FirstLstm(Paths.TOTAL),
        new CellKind.Gru(Gru.Update.Z_KEEPS, Gru.Reset.AFTER_PRODUCT, -1),
        new CellKind.Stack(List.of(lstm, new CellKind.Elman())));
  }

  /// The model, always with the same weights, random ones everywhere: a start at zero would hide a
  /// lost term, and rectifiers stand there at the edge of their two slopes.
  public Model model() {
    Random random = new Random(5);
    Model model = architecture.seeded(task.inputSize(), task.targetSize(), random);
    for (DMatrixRMaj p : model.parameters()) {
      p.setTo(Matrices.gaussian(p.getNumRows(), p.getNumCols(), 0.5, random));
    }
    return model;
  }

  /// Three sequences, always the same.
  public Batch batch() {
    return task.batch(3, new Random(6));
  }

  @Override
  public String toString() {
    return architecture + " on " + task;
  }
}
