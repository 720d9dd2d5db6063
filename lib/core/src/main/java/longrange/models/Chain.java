package longrange.models;

import java.util.List;
import longrange.autodiff.Var;
import longrange.cells.Layer;
import longrange.cells.Piece;
import org.ejml.data.DMatrixRMaj;

/// Layers one after the other: each reads the whole sequence that the one before has made.
///
/// @param layers at least one
public record Chain(List<Layer> layers) implements Layer {
  public Chain {
    layers = Piece.inOrder(layers);
  }

  /// These layers, from the one that reads the input on.
  public static Chain of(Layer... layers) {
    return new Chain(List.of(layers));
  }

  @Override
  public int inputSize() {
    return layers.getFirst().inputSize();
  }

  @Override
  public int outputSize() {
    return layers.getLast().outputSize();
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return Piece.parameters(layers.stream());
  }

  @Override
  public long multiplications(int steps) {
    return layers.stream().mapToLong(layer -> layer.multiplications(steps)).sum();
  }

  @Override
  public List<Var> outputs(List<Var> inputs) {
    List<Var> sequence = inputs;
    for (Layer layer : layers) {
      sequence = layer.outputs(sequence);
    }
    return sequence;
  }
}
