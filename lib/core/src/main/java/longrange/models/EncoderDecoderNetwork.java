package longrange.models;

import java.util.random.RandomGenerator;
import longrange.cells.Cell;
import longrange.cells.CellKind;

/// An encoder and a decoder of one kind and one size, see [EncoderDecoder].
///
/// @param cell the kind of both cells
/// @param units the units of each
public record EncoderDecoderNetwork(CellKind cell, int units) implements Architecture {
  @Override
  public EncoderDecoder seeded(int d, int m, RandomGenerator random) {
    Cell encoder = cell.seeded(d, units, random);
    Cell decoder = cell.seeded(m, units, random);
    return new EncoderDecoder(encoder, decoder, Readout.seeded(decoder.outputSize(), m, random));
  }
}
