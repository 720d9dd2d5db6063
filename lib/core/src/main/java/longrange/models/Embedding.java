package longrange.models;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// A vector for each symbol, to be learned. A symbol comes as its number, or as a row of zeros with
/// a 1 in the symbol's column; the two give the same, and a row without a 1 gives zeros.
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

  /// The vectors of the symbols of one time, (B,e). The adjoint of each comes back to its row of
  /// the table, and a row that was named twice gets both.
  ///
  /// @param symbols one for each sequence
  public Var of(Tape tape, int... symbols) {
    DMatrixRMaj vectors = new DMatrixRMaj(symbols.length, outputSize());
    for (int i = 0; i < symbols.length; i++) {
      if (symbols[i] < 0 || symbols[i] >= inputSize()) {
        throw new IllegalArgumentException(
            "the table is %s: it has no row %d".formatted(Shapes.of(table), symbols[i]));
      }
      CommonOps_DDRM.extract(table, symbols[i], symbols[i] + 1, 0, outputSize(), vectors, i, 0);
    }
    return tape.record(
        vectors, dVectors -> tape.parameter(table).accumulate(() -> scattered(dVectors, symbols)));
  }

  private DMatrixRMaj scattered(DMatrixRMaj dVectors, int... symbols) {
    DMatrixRMaj dTable = new DMatrixRMaj(inputSize(), outputSize());
    for (int i = 0; i < symbols.length; i++) {
      for (int j = 0; j < outputSize(); j++) {
        dTable.add(symbols[i], j, dVectors.get(i, j));
      }
    }
    return dTable;
  }

  @Override
  public List<Var> outputs(List<Var> inputs) {
    return inputs.stream().map(x -> x.times(x.tape().parameter(table))).toList();
  }
}
