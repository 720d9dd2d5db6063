package longrange.cells;

/// What both long short-term memories are: one product for all gates, and the state `[h | c]`,
/// (B,2n), of which others read h.
interface LongShortTerm extends AffineCell, Gated {
  @Override
  default int stateSize() {
    return 2 * outputSize();
  }

  @Override
  default int outputSize() {
    return wh().getNumRows();
  }
}
