package longrange.models;

import java.util.random.RandomGenerator;
import longrange.cells.Cell;
import longrange.cells.CellKind;

/// For symbols: each gets a vector that is learned, a cell is run over the vectors, and a linear
/// readout answers.
///
/// @param size the numbers of a symbol's vector
/// @param cell the kind of cell
/// @param units its units
public record EmbeddedNetwork(int size, CellKind cell, int units) implements Architecture {
  @Override
  public SequenceModel seeded(int d, int m, RandomGenerator random) {
    Embedding embedding = Embedding.seeded(d, size, random);
    Cell drawn = cell.seeded(size, units, random);
    return new SequenceModel(
        Chain.of(embedding, drawn), Readout.seeded(drawn.outputSize(), m, random));
  }
}
