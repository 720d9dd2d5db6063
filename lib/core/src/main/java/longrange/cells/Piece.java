package longrange.cells;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.linalg.Need;
import org.ejml.data.DMatrixRMaj;

/// A piece of a network: it reads rows of one size, gives rows of another, and has parameters.
public interface Piece {
  /// d, the columns of an input.
  int inputSize();

  /// The columns of an output.
  int outputSize();

  /// The matrices that training changes, in place, always in the same order.
  List<DMatrixRMaj> parameters();

  /// How many numbers training changes.
  default int parameterCount() {
    return parameters().stream().mapToInt(DMatrixRMaj::getNumElements).sum();
  }

  /// The parameters of some pieces, one piece after the other.
  static List<DMatrixRMaj> parameters(Stream<? extends Piece> pieces) {
    return pieces.flatMap(piece -> piece.parameters().stream()).toList();
  }

  /// Pieces of which each can read what the one before gives, in a list that does not change.
  static <P extends Piece> List<P> inOrder(List<P> layers) {
    Need.that(!layers.isEmpty(), "there are no layers: need at least one");
    IntStream.range(1, layers.size())
        .forEach(l -> {
          int made = layers.get(l - 1).outputSize();
          int read = layers.get(l).inputSize();
          Need.that(
              made == read,
              "layer %d has %d outputs but layer %d has %d inputs: need as many"
                  .formatted(l, made, l + 1, read));
        });
    return List.copyOf(layers);
  }
}
