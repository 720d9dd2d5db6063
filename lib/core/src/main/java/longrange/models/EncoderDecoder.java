package longrange.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Cell;
import longrange.cells.Piece;
import longrange.linalg.Need;
import longrange.linalg.Shapes;
import longrange.tasks.Batch;
import longrange.tasks.Loss;
import longrange.tasks.Target;
import org.ejml.data.DMatrixRMaj;

/// One cell reads a source, another writes an answer of any length (Sutskever et al. 2014; Cho et
/// al. 2014). All that goes from one to the other is the encoder's last state: this is the
/// bottleneck that attention was made for.
///
/// The source is what a batch reads before its first question, and every question is one step of
/// the decoder. The decoder reads its own answer before; in training the right one instead (teacher
/// forcing), which gives it no chance to learn from its own mistakes. Before its first answer it
/// reads zeros.
///
/// @param encoder reads inputs
/// @param decoder reads classes, a 1 in the column of one; its state is that of the encoder
/// @param readout the logits of the classes, from the decoder's output
public record EncoderDecoder(Cell encoder, Cell decoder, Readout readout) implements Model {
  public EncoderDecoder {
    Need.that(
        encoder.stateSize() == decoder.stateSize(),
        "the encoder's state has %d columns but the decoder's %d: need as many"
            .formatted(encoder.stateSize(), decoder.stateSize()));
    Shapes.need("V", readout.v(), decoder.outputSize(), decoder.inputSize());
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return Piece.parameters(Stream.of(encoder, decoder, readout));
  }

  /// With teacher forcing: before each question the decoder reads the right answer to the last one.
  @Override
  public List<Var> answers(Tape tape, Batch batch) {
    Var s = encoded(tape, source(batch));
    DMatrixRMaj read = new DMatrixRMaj(batch.size(), decoder.inputSize());
    List<Var> answers = new ArrayList<>();
    for (Target target : batch.targets()) {
      s = decoder.step(tape.constant(read), s);
      answers.add(readout.of(decoder.output(s)));
      read = target.values();
    }
    return answers;
  }

  /// The answers when the decoder reads its own: each time the class of the largest logit.
  ///
  /// @param source at least one input, each (B,d). Not modified.
  /// @param steps how many classes are wanted
  /// @return for each sequence of the batch its classes
  public List<List<Integer>> decoded(List<DMatrixRMaj> source, int steps) {
    Tape tape = Tape.frozen();
    Var s = encoded(tape, source);
    int batch = s.value().getNumRows();
    List<List<Integer>> classes =
        Stream.generate(() -> (List<Integer>) new ArrayList<Integer>()).limit(batch).toList();
    DMatrixRMaj read = new DMatrixRMaj(batch, decoder.inputSize());
    for (int step = 0; step < steps; step++) {
      s = decoder.step(tape.constant(read), s);
      DMatrixRMaj logits = readout.of(decoder.output(s)).value();
      read = new DMatrixRMaj(batch, decoder.inputSize());
      for (int row = 0; row < batch; row++) {
        int answer = Loss.largest(logits, row);
        classes.get(row).add(answer);
        read.set(row, answer, 1);
      }
    }
    return classes;
  }

  /// The share of sequences that are answered without a single error when the decoder reads its own
  /// answers. Teacher forcing knows nothing of this: see [Model#accuracy].
  public double faultless(Batch batch) {
    List<List<Integer>> classes = decoded(source(batch), batch.targets().size());
    long right =
        IntStream.range(0, batch.size())
            .filter(row -> faultless(batch.targets(), row, classes.get(row)))
            .count();
    return (double) right / batch.size();
  }

  private static boolean faultless(List<Target> targets, int row, List<Integer> classes) {
    return IntStream.range(0, targets.size())
        .allMatch(i -> {
          Target target = targets.get(i);
          boolean asked = target.asked().get(row) > 0;
          return !asked || target.values().get(row, classes.get(i)) == 1;
        });
  }

  /// What a batch reads before its first question.
  public static List<DMatrixRMaj> source(Batch batch) {
    int first = batch.targets().getFirst().time();
    Need.that(first > 0, "the batch asks after its first input: need a source to encode before it");
    return batch.inputs().subList(0, first);
  }

  private Var encoded(Tape tape, List<DMatrixRMaj> source) {
    List<Var> inputs = source.stream().map(tape::constant).toList();
    return encoder.over(inputs).last();
  }
}
