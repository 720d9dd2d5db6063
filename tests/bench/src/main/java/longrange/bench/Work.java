package longrange.bench;

import java.util.List;
import java.util.Locale;
import longrange.cells.CellKind;
import longrange.cells.Gru;
import longrange.linalg.kernels.Precision;

/// A piece of work that is timed: a training step on the adding problem (forward, loss, backward,
/// clip, Adam), or a probe of all lags.
///
/// @param kind `step` or `probe`
/// @param cell `lstm`, `gru`, `rnn`, or `lstm-decaying`: with forget gates that begin half open, as
///   PyTorch draws them, so that the adjoint halves in every step and over a long sequence is soon
///   too small for single precision. Only the last output has a loss.
/// @param precision in which a step computes; a probe is double
/// @param units H
/// @param steps T
/// @param batch B; 1 for a probe
/// @param threads that may be used, and shards that a batch is divided into
public record Work(
    String kind, String cell, Precision precision, int units, int steps, int batch, int threads) {
  /// Reads what [#line] has written.
  public static Work of(String line) {
    String[] words = line.split(" ", -1);
    return new Work(
        words[0],
        words[1],
        Precision.valueOf(words[2].toUpperCase(Locale.ROOT)),
        Integer.parseInt(words[3]),
        Integer.parseInt(words[4]),
        Integer.parseInt(words[5]),
        Integer.parseInt(words[6]));
  }

  /// As it is told to a contender.
  public String line() {
    return String.join(
        " ",
        kind,
        cell,
        precision.name().toLowerCase(Locale.ROOT),
        Integer.toString(units),
        Integer.toString(steps),
        Integer.toString(batch),
        Integer.toString(threads));
  }

  /// Whether its line has all of these words.
  boolean has(List<String> words) {
    return List.of(line().split(" ", -1)).containsAll(words);
  }

  /// The cell, in the conventions that PyTorch has too.
  CellKind cellKind() {
    return switch (cell) {
      case "lstm" -> new CellKind.Lstm(1);
      case "lstm-decaying" -> new CellKind.Lstm(0);
      case "gru" -> new CellKind.Gru(Gru.Update.Z_KEEPS, Gru.Reset.AFTER_PRODUCT, 0);
      case "rnn" -> new CellKind.Elman();
      default ->
          throw new IllegalArgumentException(
              cell + " is no cell: need lstm, lstm-decaying, gru or rnn");
    };
  }

  /// How far the same work of another library may be from ours, relative to the largest number.
  double tolerance() {
    return precision == Precision.DOUBLE ? 1e-9 : 1e-3;
  }
}
