package longrange.tasks;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.linalg.Need;

/// The embedded Reber grammar: a T or P near the beginning returns as the last symbol but one, and
/// between them stands a Reber string, from which it cannot be told (Hochreiter and Schmidhuber
/// 1997, section 5.1).
///
/// Every arc of a state has the same probability, ½ or 1, and at every step the next symbol is
/// asked. The paper counts a string as right when every symbol that may follow is named; ours is
/// the cross-entropy, whose floor is the grammar's own entropy.
///
/// With more than one string it is the continual form (Gers, Schmidhuber and Cummins 2000, section
/// 3): they follow each other without a mark, and who remembers must also learn when to forget.
///
/// @param strings of one sequence, at least 1
public record EmbeddedReber(int strings) implements SymbolTask {
  private static final String SYMBOLS = "BTPSXVE";

  public EmbeddedReber {
    Need.that(strings >= 1, "strings", strings, "at least 1");
  }

  /// One string.
  public EmbeddedReber() {
    this(1);
  }

  /// @param node 0 and 1 before the key, 2 after it, 4 to 9 in the Reber string, 10 to 12 after it
  /// @param key T or P, once it has been drawn
  /// @param more how many strings are still to come after this one
  private record State(int node, String key, int more) {}

  private Source<State> source() {
    return new Source<>(new State(0, "", strings - 1), EmbeddedReber::arcs);
  }

  /// The nodes 4 to 9 are those of the diagram of Reber's grammar, from its left to its right.
  private static List<Source.Arc<State>> arcs(State at) {
    return switch (at.node) {
      case 0 -> always(at, "B", 1);
      case 1 -> Source.uniform(List.of("T", "P"), 1, key -> new State(2, key, at.more));
      case 2 -> always(at, "B", 4);
      case 4 -> either(at, "T", 5, "P", 6);
      case 5 -> either(at, "S", 5, "X", 7);
      case 6 -> either(at, "T", 6, "V", 8);
      case 7 -> either(at, "X", 6, "S", 9);
      case 8 -> either(at, "P", 7, "V", 9);
      case 9 -> always(at, "E", 10);
      case 10 -> always(at, at.key, 11);
      case 11 -> always(at, "E", 12);
      default -> at.more == 0 ? List.of() : arcs(new State(0, "", at.more - 1));
    };
  }

  private static List<Source.Arc<State>> always(State at, String symbol, int node) {
    return Source.uniform(List.of(symbol), 1, s -> new State(node, at.key, at.more));
  }

  private static List<Source.Arc<State>> either(State at, String a, int na, String b, int nb) {
    return Source.uniform(List.of(a, b), 1, s -> new State(s.equals(a) ? na : nb, at.key, at.more));
  }

  @Override
  public Sizes sizes() {
    return new Sizes(SYMBOLS.length(), SYMBOLS.length());
  }

  /// Sees the input of the moment, but not the time.
  @Override
  public double baseline() {
    return source().pairEntropy() / (source().meanLength() - 1);
  }

  @Override
  public double floor() {
    return source().entropy() / (source().meanLength() - 1);
  }

  @Override
  public Example example(RandomGenerator random) {
    return Example.ofNext(source().draw(random).stream().map(SYMBOLS::indexOf).toList());
  }
}
