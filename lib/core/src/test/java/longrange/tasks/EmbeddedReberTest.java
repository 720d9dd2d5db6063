package longrange.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmbeddedReberTest {
  private static final EmbeddedReber TASK = new EmbeddedReber();

  /// The diagram as a regular expression: the loops S, T and X T* V P.
  private static final String REBER = "B(TS*X(XT*VP)*(S|XT*VV)|PT*V(PXT*V)*(PS|V))E";

  private static Stream<String> strings(int n) {
    return strings(TASK, n);
  }

  private static Stream<String> strings(EmbeddedReber task, int n) {
    Random random = new Random(2);
    return Stream.generate(() -> task.example(random)).limit(n).map(EmbeddedReberTest::string);
  }

  private static String string(Example example) {
    StringBuilder letters = new StringBuilder();
    example.read().forEach(symbol -> letters.append("BTPSXVE".charAt(symbol)));
    return letters.append("BTPSXVE".charAt(example.answers().getLast())).toString();
  }

  @Test
  void everyStringIsOfTheGrammarAndReturnsToItsKey() {
    strings(2000).forEach(s -> assertTrue(s.matches("B([TP])" + REBER + "\\1E"), s));
  }

  /// Every key is drawn anew, and the end of a string is not marked.
  @Test
  void theStringsOfAContinualSequenceFollowEachOther() {
    String one = "(BT" + REBER + "TE|BP" + REBER + "PE)";
    List<String> sequences = strings(new EmbeddedReber(3), 500).toList();
    sequences.forEach(s -> assertTrue(s.matches(one + "{3}"), s));
    assertTrue(sequences.stream().anyMatch(s -> s.matches("BT.*BP.*BT.*")));
  }

  /// Twelve symbols a string, and only the very first is not asked.
  @Test
  void theFloorOfAContinualSequenceIsSevenBitsAString() {
    assertEquals(20 * 7 * Math.log(2) / (20 * 12 - 1), new EmbeddedReber(20).floor(), 1e-12);
  }

  /// From the last node of the diagram back to the first, the mean number of choices still to be
  /// made is 8/3 (V or P), 10/3 (X or S), 14/3 (T or V), 16/3 (S or X), 6 (T or P); the key is one
  /// more. Every choice says one of the 12 symbols, B, B, E, the key again and E being the others;
  /// the first B is not asked.
  @Test
  void theFloorIsSevenBitsOverElevenAnswers() {
    assertEquals(7 * Math.log(2) / 11, TASK.floor(), 1e-12);
    double mean = strings(20_000).mapToInt(String::length).average().orElseThrow();
    // The lengths have a deviation of about 4.
    assertEquals(12, mean, 4 * 4 / Math.sqrt(20_000));
  }

  @Test
  void theSymbolBeforeTheLastCannotBeToldFromTheInnerString() {
    double keys =
        strings(4000)
            .filter(s -> s.charAt(3) == 'T')
            .mapToInt(s -> s.charAt(s.length() - 2) == 'T' ? 1 : 0)
            .average()
            .orElseThrow();
    // About 2000 strings go on with T.
    assertEquals(0.5, keys, 4 * Math.sqrt(0.25 / 2000));
  }
}
