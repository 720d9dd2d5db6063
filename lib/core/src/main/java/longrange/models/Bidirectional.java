package longrange.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import longrange.autodiff.Var;
import longrange.cells.Cell;
import longrange.cells.Layer;
import longrange.cells.Piece;
import longrange.linalg.Need;
import org.ejml.data.DMatrixRMaj;

/// Two cells, one run from each end (Schuster and Paliwal 1997): the output at a time is what both
/// know there, `[forward | backward]`, so that it depends on the past and on the future.
///
/// This is for sequences that are there as a whole. It cannot predict the next input, which it has
/// seen. Sequences of a batch that are shorter than the longest end in rows of zeros, and the
/// backward cell reads these first.
///
/// @param forward reads the inputs in order
/// @param backward reads them from the last to the first
public record Bidirectional(Cell forward, Cell backward) implements Layer {
  public Bidirectional {
    Need.that(
        forward.inputSize() == backward.inputSize(),
        "the forward cell has %d inputs but the backward cell %d: need as many"
            .formatted(forward.inputSize(), backward.inputSize()));
  }

  @Override
  public int inputSize() {
    return forward.inputSize();
  }

  @Override
  public int outputSize() {
    return forward.outputSize() + backward.outputSize();
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return Piece.parameters(Stream.of(forward, backward));
  }

  @Override
  public long multiplications(int steps) {
    return forward.multiplications(steps) + backward.multiplications(steps);
  }

  @Override
  public List<Var> outputs(List<Var> inputs) {
    List<Var> past = forward.outputs(inputs);
    List<Var> future = backward.outputs(inputs.reversed()).reversed();
    List<Var> both = new ArrayList<>();
    for (int t = 0; t < inputs.size(); t++) {
      both.add(past.get(t).beside(future.get(t)));
    }
    return both;
  }
}
