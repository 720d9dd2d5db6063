package longrange.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTest {
  private enum At {
    START,
    LOOP,
    END
  }

  /// a, then a or b again and again, with ¼ each, until c.
  private static final Source<At> SOURCE =
      new Source<>(
          At.START,
          at ->
              switch (at) {
                case START -> Source.uniform(List.of("a"), 1, s -> At.LOOP);
                case LOOP ->
                    List.of(
                        new Source.Arc<>("a", 0.25, At.LOOP),
                        new Source.Arc<>("b", 0.25, At.LOOP),
                        new Source.Arc<>("c", 0.5, At.END));
                case END -> List.of();
              });

  private static final double LN2 = Math.log(2);

  /// The loop is visited 1 / ½ = 2 times.
  @Test
  void whatAStateCostsCountsAsOftenAsItIsVisited() {
    assertEquals(3, SOURCE.meanLength(), 1e-12);
    assertEquals(2 * 1.5 * LN2, SOURCE.entropy(), 1e-12);
    assertEquals(1 + 2 * 0.5, SOURCE.meanHits(), 1e-12);
  }

  /// After a and after b it goes on alike, so a symbol knows as much as the state.
  @Test
  void thePairCostsAsMuchAsTheStateWhereTheSymbolTellsTheState() {
    assertEquals(SOURCE.entropy(), SOURCE.pairEntropy(), 1e-12);
  }

  /// The place tells the state too, but for the first.
  @Test
  void thePlaceCostsAsMuchAsTheStateWhereItTellsTheState() {
    assertEquals(SOURCE.entropy(), SOURCE.placeEntropy(), 1e-12);
  }

  @Test
  void theStateGivesTheChancesOfTheNextSymbol() {
    assertEquals(Map.of("a", 0.25, "b", 0.25, "c", 0.5), SOURCE.next(At.LOOP));
    assertEquals(Map.of(), SOURCE.next(At.END));
  }

  @Test
  void symbolsAreDrawnAsOftenAsTheyAreProbable() {
    Random random = new Random(1);
    int n = 4000;
    double short3 = 0;
    for (int i = 0; i < n; i++) {
      short3 += SOURCE.draw(random).equals(List.of("a", "b", "c")) ? 1.0 / n : 0;
    }
    assertEquals(1 / 8.0, short3, 4 * Math.sqrt(1 / 8.0 * 7 / 8.0 / n));
  }
}
