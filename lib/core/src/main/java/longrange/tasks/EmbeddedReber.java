package longrange.tasks;

import java.util.List;
import java.util.random.RandomGenerator;

/// The embedded Reber grammar: a T or P near the beginning returns as the last symbol but one, and
/// between them stands a Reber string, from which it cannot be told (Hochreiter and Schmidhuber
/// 1997, section 5.1).
///
/// Every arc of a state has the same probability, ½ or 1, and at every step the next symbol is
/// asked. The paper counts a string as right when every symbol that may follow is named; ours is
/// the cross-entropy, whose floor is the grammar's own entropy.
public record EmbeddedReber() implements SymbolTask {
  private static final String SYMBOLS = "BTPSXVE";

  private static final Source<State> GRAMMAR = new Source<>(new State(0, ""), EmbeddedReber::arcs);

  /// @param node 0 and 1 before the key, 2 after it, 4 to 9 in the Reber string, 10 to 12 after it
  /// @param key T or P, once it has been drawn
  private record State(int node, String key) {}

  /// The nodes 4 to 9 are those of the diagram of Reber's grammar, from its left to its right.
  private static List<Source.Arc<State>> arcs(State at) {
    return switch (at.node) {
      case 0 -> always(at, "B", 1);
      case 1 -> Source.uniform(List.of("T", "P"), 1, key -> new State(2, key));
      case 2 -> always(at, "B", 4);
      case 4 -> either(at, "T", 5, "P", 6);
      case 5 -> either(at, "S", 5, "X", 7);
      case 6 -> either(at, "T", 6, "V", 8);
      case 7 -> either(at, "X", 6, "S", 9);
      case 8 -> either(at, "P", 7, "V", 9);
      case 9 -> always(at, "E", 10);
      case 10 -> always(at, at.key, 11);
      case 11 -> always(at, "E", 12);
      default -> List.of();
    };
  }

  private static List<Source.Arc<State>> always(State at, String symbol, int node) {
    return Source.uniform(List.of(symbol), 1, s -> new State(node, at.key));
  }

  private static List<Source.Arc<State>> either(State at, String a, int na, String b, int nb) {
    return Source.uniform(List.of(a, b), 1, s -> new State(s.equals(a) ? na : nb, at.key));
  }

  @Override
  public int inputSize() {
    return SYMBOLS.length();
  }

  @Override
  public int targetSize() {
    return SYMBOLS.length();
  }

  /// Sees the input of the moment, but not the time.
  @Override
  public double baseline() {
    return GRAMMAR.pairEntropy() / (GRAMMAR.meanLength() - 1);
  }

  @Override
  public double floor() {
    return GRAMMAR.entropy() / (GRAMMAR.meanLength() - 1);
  }

  @Override
  public Example example(RandomGenerator random) {
    List<Integer> symbols = GRAMMAR.draw(random).stream().map(SYMBOLS::indexOf).toList();
    int last = symbols.size() - 1;
    return new Example(symbols.subList(0, last), symbols.subList(1, last + 1));
  }
}
