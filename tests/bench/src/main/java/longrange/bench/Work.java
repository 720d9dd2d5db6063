package longrange.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /// What comes out of it, by name: of a step the loss and the gradient of each parameter, in the
  /// order of the model's; of a probe the norm at each lag.
  List<String> results() {
    if (kind.equals("probe")) {
      return IntStream.rangeClosed(1, steps).mapToObj(k -> "the norm at lag " + k).toList();
    }
    Stream<String> weights =
        cell.equals("gru") ? Stream.of("Wx", "Wh", "U", "b") : Stream.of("Wx", "Wh", "b");
    Stream<String> gradients =
        Stream.concat(weights, Stream.of("V", "c")).map(name -> "the gradient of " + name);
    return Stream.concat(Stream.of("the loss"), gradients).toList();
  }

  /// How far a result of another library may be from ours, as a share of its own largest entry.
  ///
  /// Measured over all works of the comparison, beside PyTorch 2.15 and beside EJML's products: at
  /// most 1.0e-5 in single precision (an LSTM's Wx; a loss 7e-8), at most 9e-15 in double for a
  /// step, and 6e-14 for a norm. These are 5 and 17 times the most.
  double tolerance() {
    return precision == Precision.DOUBLE ? 1e-12 : 5e-5;
  }
}
