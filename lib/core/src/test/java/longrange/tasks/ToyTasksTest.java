package longrange.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the figures of the small tasks rest on.
class ToyTasksTest {
  /// The values that are printed with the task.
  @ParameterizedTest
  @CsvSource({"100, 0.17329, 5e-6", "500, 0.03999, 5e-6", "1000, 0.020387, 5e-7"})
  void theBaselineOfCopyingIsTheOneInTheLiterature(int delay, double printed, double rounding) {
    assertEquals(printed, CopyMemory.of(delay).baseline(), rounding);
  }

  /// 1/24, but for the first pair, which counts as 0: it is drawn in one of ten sequences.
  @Test
  void theBaselineOfSignedAddingIsALittleBelowOneInTwentyFour() {
    double baseline = new SignedAddingProblem(100).baseline();
    assertEquals(1.0 / 24, baseline, 0.07 / 24);
    assertTrue(baseline < 0.95 / 24);
  }

  /// As the paper has it for T = 100, for two marks and for three.
  @Test
  void theMarksOfATemporalOrderStandInTheirWindows() {
    assertMarks(2, "t1 in [10,20], t2 in [50,60]", 10, 50);
    assertMarks(3, "t1 in [10,20], t2 in [33,43], t3 in [66,76]", 10, 33, 66);
  }

  private static void assertMarks(int marks, String windows, int... from) {
    Random random = new Random(1);
    int shortest = 1000;
    int longest = 0;
    for (int i = 0; i < 300; i++) {
      List<Integer> read = new TemporalOrder(100, marks).example(random).read();
      shortest = Math.min(shortest, read.size());
      longest = Math.max(longest, read.size());
      int[] places =
          IntStream.range(0, read.size())
              .filter(t -> List.of(4, 5).contains(read.get(t)))
              .toArray();
      assertEquals(marks, places.length);
      for (int j = 0; j < marks; j++) {
        assertTrue(places[j] >= from[j] && places[j] <= from[j] + 10, windows);
      }
      assertEquals(7, read.getFirst());
      assertEquals(6, read.getLast());
    }
    assertEquals(100, shortest);
    assertEquals(110, longest);
  }

  /// One mark of 1 among the first ten pairs or none, if the first was drawn; a second among the
  /// first T/2 - 1; -1 at both ends.
  @Test
  void theMarksOfSignedAddingStandInTheirHalves() {
    Batch batch = new SignedAddingProblem(40).batch(2000, new Random(1));
    int single = 0;
    for (int row = 0; row < 2000; row++) {
      List<double[]> pairs = TaskSpecimen.inputs(batch, row);
      int[] ones = IntStream.range(0, pairs.size()).filter(t -> pairs.get(t)[1] == 1).toArray();
      int[] ends = IntStream.range(0, pairs.size()).filter(t -> pairs.get(t)[1] == -1).toArray();
      assertEquals(2, ends.length);
      assertEquals(0, ends[0]);
      assertTrue(ends[1] >= 39 && ends[1] <= 43);
      assertTrue(ones[ones.length - 1] < 19);
      assertTrue(ones.length == 1 || ones[0] < 10);
      single += ones.length == 1 ? 1 : 0;
    }
    // 1/10 + 9/10 · 1/18 of the sequences.
    assertEquals(0.15, single / 2000.0, 4 * Math.sqrt(0.15 * 0.85 / 2000));
  }

  /// Over two bits no line parts the odd words from the even ones: at most three of four are right.
  /// Bits that do not count only move the line.
  @Test
  void aThresholdUnitFindsAParityThreeTimesInFourAtMost() {
    Random random = new Random(1);
    double best = 0;
    for (int i = 0; i < 20_000; i++) {
      double[] w = random.doubles(5, -1, 1).toArray();
      long right =
          IntStream.range(0, 16)
              .filter(word -> {
                double a = w[4];
                for (int j = 0; j < 4; j++) {
                  a += w[j] * (word >> j & 1);
                }
                return a > 0 == ((word & 1) != (word >> 3 & 1));
              })
              .count();
      best = Math.max(best, right / 16.0);
    }
    assertEquals(0.75, best);
  }

  /// Among the reviews with the same words, whatever their order, half are good.
  @Test
  void theWordsOfAReviewWithoutTheirOrderSayNothing() {
    assertSaysNothing(
        new NegatedSentiment(3),
        example -> {
          List<Integer> words = new ArrayList<>(example.read());
          Collections.sort(words);
          return words;
        });
  }

  @Test
  void thePlaceOfOneMotifSaysNothing() {
    MotifPair task = new MotifPair(9);
    assertSaysNothing(task, example -> strand(example).indexOf("TTGACA"));
    assertSaysNothing(task, example -> strand(example).indexOf("TATAAT"));
  }

  private static String strand(Example example) {
    StringBuilder bases = new StringBuilder();
    example.read().forEach(base -> bases.append("ACGT".charAt(base)));
    return bases.toString();
  }

  /// In each group of examples that look alike, half have class 1, give or take four deviations.
  private static void assertSaysNothing(SymbolTask task, Function<Example, Object> look) {
    Random random = new Random(4);
    Map<Object, List<Integer>> groups = new HashMap<>();
    Stream.generate(() -> task.example(random))
        .limit(20_000)
        .forEach(example ->
            groups
                .computeIfAbsent(look.apply(example), seen -> new ArrayList<>())
                .add(example.answers().getLast()));
    assertTrue(groups.size() > 1);
    groups.forEach((seen, classes) -> {
      double share = classes.stream().mapToInt(c -> c).average().orElseThrow();
      assertEquals(0.5, share, 4.5 * Math.sqrt(0.25 / classes.size()), seen.toString());
    });
  }

  /// Half of the words are ambiguous for one who sees the word alone, and half of those, the names,
  /// for one who has read what stands before.
  @Test
  void readingForwardDecidesHalfOfTheAmbiguousTags() {
    Tagging task = new Tagging(4);
    assertEquals(Math.log(2) / 2, task.baseline(), 1e-12);
    assertEquals(Math.log(2) / 4, task.floorReadingForward(), 1e-12);
  }

  @Test
  void aTaskOutOfRangeIsNamedInOneSentence() {
    assertRefused("delay is 0: need at least 1", () -> CopyMemory.of(0));
    assertRefused("items is 0: need at least 1", () -> new CopyMemory(1, 0, 2));
    assertRefused("letters is 1: need at least 2", () -> new CopyMemory(1, 1, 1));
    assertRefused("length is 9: need at least 10", () -> new TemporalOrder(9, 2));
    assertRefused("marks is 4: need 2 or 3", () -> new TemporalOrder(10, 4));
    assertRefused("lag is 1: need at least 2", () -> new NoiseFreeLag(1));
    assertRefused("signal is 4: need 1 ≤ signal ≤ length = 3", () -> new TwoSequences(3, 4));
    assertRefused("lag is 3: need 1 ≤ lag < length = 3", () -> new LaggedParity(3, 3));
    assertRefused("length is 0: need at least 1", () -> new Reversal(0, 3));
    assertRefused("letters is 1: need at least 2", () -> new Reversal(1, 1));
    assertRefused("strings is 0: need at least 1", () -> new EmbeddedReber(0));
    assertRefused(
        "half is 7: need at least 8, for a motif and two other places", () -> new MotifPair(7));
    assertRefused(
        "length is 1: need at least 2, for a judgement and a \"not\"",
        () -> new NegatedSentiment(1));
    assertRefused("phrases is 0: need at least 1", () -> new Tagging(0));
    assertRefused("longest is 0: need at least 1", () -> new Translation(0));
    assertRefused("corridor is 0: need at least 1", () -> new TMaze(0));
    assertRefused(
        "length is 21: need at least 22: the second mark needs ten places",
        () -> new SignedAddingProblem(21));
  }

  private static void assertRefused(String sentence, Runnable act) {
    var error = assertThrows(IllegalArgumentException.class, act::run);
    assertEquals(sentence, error.getMessage());
  }
}
