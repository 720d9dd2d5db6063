package longrange.models;

import java.util.List;
import java.util.stream.Stream;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Shapes;
import longrange.tasks.Batch;
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
    return Stream.concat(layer.parameters().stream(), readout.parameters().stream()).toList();
  }

  @Override
  public List<Var> answers(Tape tape, Batch batch) {
    List<Var> outputs = layer.outputs(batch.inputs().stream().map(tape::constant).toList());
    return batch.targets().stream().map(target -> readout.of(outputs.get(target.time()))).toList();
  }
}
