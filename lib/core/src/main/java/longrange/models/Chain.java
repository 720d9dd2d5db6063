package longrange.models;

import java.util.List;
import longrange.autodiff.Var;
import org.ejml.data.DMatrixRMaj;

/// Layers one after the other: each reads the whole sequence that the one before has made.
///
/// @param layers at least one
public record Chain(List<Layer> layers) implements Layer {
  public Chain {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a chain has no layers: need at least one");
    }
    for (int l = 1; l < layers.size(); l++) {
      int made = layers.get(l - 1).outputSize();
      int read = layers.get(l).inputSize();
      if (made != read) {
        throw new IllegalArgumentException(
            "layer %d has %d outputs but layer %d has %d inputs: need as many"
                .formatted(l, made, l + 1, read));
      }
    }
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
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
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
