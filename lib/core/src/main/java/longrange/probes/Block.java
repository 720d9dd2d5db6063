package longrange.probes;

import longrange.linalg.Need;

/// Some columns of a state that stand side by side, such as the c of `[h | c]`.
///
/// @param from the first column, from 0
/// @param to the column after the last
public record Block(int from, int to) {
  public Block {
    Need.that(
        0 <= from && from < to, "the block is %d to %d: need 0 ≤ from < to".formatted(from, to));
  }

  void needWithin(int n) {
    Need.that(
        to <= n, "the block ends at column %d of a state of %d: need to ≤ n".formatted(to, n));
  }
}
