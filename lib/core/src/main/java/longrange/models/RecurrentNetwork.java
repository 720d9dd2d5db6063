package longrange.models;

import java.util.random.RandomGenerator;
import longrange.cells.Cell;
import longrange.cells.CellKind;

/// A cell run over the sequence, and a linear readout of its output.
///
/// @param cell the kind of cell
/// @param units its units
public record RecurrentNetwork(CellKind cell, int units) implements Architecture {
  @Override
  public SequenceModel seeded(int d, int m, RandomGenerator random) {
    Cell drawn = cell.seeded(d, units, random);
    return new SequenceModel(drawn, Readout.seeded(drawn.outputSize(), m, random));
  }
}
