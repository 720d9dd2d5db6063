package longrange.models;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.autodiff.Var;
import longrange.cells.Layer;
import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;

/// A vector for each symbol, to be learned. A symbol comes as a row of zeros with a 1 in its
/// column, so that its vector is a row of the table; a row without a 1 gives zeros.
///
/// @param table one row a symbol, (V,e)
public record Embedding(DMatrixRMaj table) implements Layer {
  /// Independent normal vectors of length about 1.
  ///
  /// @param symbols V
  /// @param size e
  public static Embedding seeded(int symbols, int size, RandomGenerator random) {
    return new Embedding(Matrices.gaussian(symbols, size, 1 / Math.sqrt(size), random));
  }

  @Override
  public int inputSize() {
    return table.getNumRows();
  }

  @Override
  public int outputSize() {
    return table.getNumCols();
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of(table);
  }

  @Override
  public List<Var> outputs(List<Var> inputs) {
    inputs.forEach(x -> Shapes.need("x", x.value(), x.value().getNumRows(), inputSize()));
    return inputs.stream().map(x -> x.times(x.tape().parameter(table))).toList();
  }
}
