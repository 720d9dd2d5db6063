package longrange.models;

import java.util.random.RandomGenerator;
import longrange.cells.CellKind;

/// Two cells of one kind, one from each end, and a linear readout of both outputs.
///
/// @param cell the kind of both cells
/// @param units the units of each
public record BidirectionalNetwork(CellKind cell, int units) implements Architecture {
  @Override
  public SequenceModel seeded(int d, int m, RandomGenerator random) {
    var both = new Bidirectional(cell.seeded(d, units, random), cell.seeded(d, units, random));
    return new SequenceModel(both, Readout.seeded(both.outputSize(), m, random));
  }
}
