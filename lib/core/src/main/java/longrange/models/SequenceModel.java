package longrange.models;

import java.util.List;
import java.util.stream.Stream;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Cell;
import longrange.cells.Layer;
import longrange.cells.Piece;
import longrange.cells.Run;
import longrange.linalg.Shapes;
import longrange.tasks.Batch;
import longrange.tasks.Target;
import org.ejml.data.DMatrixRMaj;

/// A layer, and a readout wherever the batch asks: after the last input (a number from a sequence),
/// after every one (a tag for each word, the next letter of a text), or after some.
///
/// @param layer runs over the inputs
/// @param readout reads an answer from one output of the layer
public record SequenceModel(Layer layer, Readout readout) implements Model {
  public SequenceModel {
    Shapes.need("V", readout.v(), layer.outputSize(), readout.v().getNumCols());
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return Piece.parameters(Stream.of(layer, readout));
  }

  @Override
  public List<Var> answers(Tape tape, Batch batch) {
    List<Var> outputs = layer.outputs(batch.inputs().stream().map(tape::constant).toList());
    return batch.targets().stream().map(target -> readout.of(outputs.get(target.time()))).toList();
  }

  /// A part of a batch, read by a recurrent model from the state that the part before has left.
  ///
  /// @param targets what is asked in the part
  /// @param answers for each of them one, (B,m)
  /// @param after the state after its last input, (B,n), a plain value: no gradient crosses over
  public record Part(List<Target> targets, List<Var> answers, DMatrixRMaj after) {}

  /// Reads the inputs from one time up to another, exclusive.
  ///
  /// @param before the state before the first of them, (B,n). Not modified.
  /// @throws IllegalArgumentException when the layer is not recurrent: it has no state to go on
  ///   from
  public Part part(Tape tape, Batch batch, int from, int to, DMatrixRMaj before) {
    Cell cell = cell();
    List<Var> inputs = batch.inputs().subList(from, to).stream().map(tape::constant).toList();
    Run run = cell.over(inputs, tape.constant(before));
    List<Target> targets =
        batch.targets().stream()
            .filter(target -> from <= target.time() && target.time() < to)
            .toList();
    List<Var> answers =
        targets.stream().map(target -> readout.of(run.output(target.time() - from))).toList();
    return new Part(targets, answers, run.last().value());
  }

  /// The state of some sequences before they begin, (B,n).
  ///
  /// @throws IllegalArgumentException when the layer is not recurrent
  public DMatrixRMaj zeroState(int sequences) {
    return new DMatrixRMaj(sequences, cell().stateSize());
  }

  /// The cell that it remembers with, to be probed or to be run on its own.
  ///
  /// @throws IllegalArgumentException when the layer is not recurrent
  public Cell cell() {
    if (layer instanceof Cell cell) {
      return cell;
    }
    throw new IllegalArgumentException(
        "%s has no state to go on from: only a recurrent layer can read a sequence in parts"
            .formatted(layer.getClass().getSimpleName()));
  }
}
