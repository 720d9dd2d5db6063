package longrange.grading.diagnosis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import longrange.exercises.Todo;
import longrange.exercises.toy.Scale;
import longrange.exercises.toy.Total;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private final Recording recording = new Recording(Scale.class);

  private Scale recorded(Scale answer) {
    return (Scale) recording.of(answer, "test");
  }

  private List<Call> calls() {
    return recording.calls("test");
  }

  @Test
  void theTestIsHandedWhatTheAnswerReturned() {
    double[] mine = {1, 2};
    assertSame(mine, recorded((a, x) -> mine).scale(1, mine));
  }

  @Test
  void whatIsWrittenAfterTheCallIsNotOnRecord() {
    double[] mine = {1, 2};
    recorded((a, x) -> mine).scale(1, mine);
    mine[0] = 9;
    assertEquals(List.of(1.0, 2.0), calls().getFirst().reply().came());
    Reply again = calls().getFirst().repeatedOn((Scale) (a, x) -> x);
    assertEquals(List.of(1.0, 2.0), again.came());
  }

  @Test
  void aReplayWritesIntoCopies() {
    recorded((a, x) -> x.clone()).scale(2, new double[] {1});
    Call call = calls().getFirst();
    assertNull(call.reply().left());
    for (int i = 0; i < 2; i++) {
      assertEquals(List.of(2.0), call.repeatedOn(new KnownScales.InPlace()).came());
    }
    assertEquals(List.of(2.0, List.of(2.0)), call.repeatedOn(new KnownScales.InPlace()).left());
  }

  @Test
  void whatTheAnswerThrowsReachesTheTest() {
    Scale failing =
        recorded((a, x) -> {
          throw new ArithmeticException("no");
        });
    assertThrows(ArithmeticException.class, () -> failing.scale(1, new double[0]));
    assertEquals("! java.lang.ArithmeticException", calls().getFirst().reply().came());
  }

  private static final class Own extends ArithmeticException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void anExceptionOfTheAnswersOwnIsTheOneThatItExtends() {
    assertEquals("! java.lang.ArithmeticException", Plain.thrown(new Own()));
    assertEquals("! longrange.exercises.Todo", Plain.thrown(new Todo("")));
  }

  @Test
  void theAnswersOwnMethodsAreNotOnRecord() {
    Scale answer = (a, x) -> x;
    assertEquals(answer.toString(), recorded(answer).toString());
    assertEquals(answer.hashCode(), recorded(answer).hashCode());
    assertEquals(List.of(), calls());
  }

  @Test
  void aTestThatCallsOnAndOnIsRecordedUpToAPoint() {
    Scale answer = recorded((a, x) -> x.clone());
    for (int i = 0; i < 5_000; i++) {
      assertEquals(1, answer.scale(1, new double[1]).length);
    }
    assertEquals(1_000, calls().size());
    Scale large = (Scale) recording.of((Scale) (a, x) -> x.clone(), "large");
    assertEquals(150_000, large.scale(1, new double[150_000]).length);
    assertEquals(0, recording.calls("large").size());
  }

  @Test
  void callsWithEqualArgumentsHaveEqualKeys() {
    Scale answer = recorded((a, x) -> x);
    answer.scale(0.1 + 0.2, new double[] {-0.0});
    answer.scale(0.3, new double[] {0.0});
    answer.scale(0.3, new double[] {0.0, 0.0});
    assertEquals(calls().get(0).key(), calls().get(1).key());
    assertFalse(calls().get(1).key().equals(calls().get(2).key()));
  }

  record Pair(double large, List<Double> small) {}

  @Test
  void numbersAreTheSameWithinTheirRounding() {
    assertTrue(same(new double[] {1, 1e-9}, new double[] {1, 0}));
    assertFalse(same(new double[] {1, 1e-7}, new double[] {1, 0}));
    assertTrue(same(1e-40, 1e-40 * (1 + 1e-12)));
    assertFalse(same(1e-40, 2e-40));
    assertTrue(same(0.0, -0.0));
    assertFalse(same(1, 1.0));
    assertFalse(same(null, 0.0));
    assertTrue(same(null, null));
  }

  @Test
  void whatIsNoFiniteNumberIsTheSameAsItself() {
    double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    assertTrue(same(odd, odd.clone()));
    assertFalse(same(Double.NaN, 0.0));
    assertFalse(same(Double.POSITIVE_INFINITY, Double.MAX_VALUE));
    assertFalse(same(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
  }

  @Test
  void theComponentsOfARecordAreComparedEachByItsSize() {
    Pair one = new Pair(1e12, List.of(1e-3));
    assertTrue(same(one, new Pair(1e12 + 1, List.of(1e-3))));
    assertFalse(same(one, new Pair(1e12, List.of(2e-3))));
  }

  @Test
  void aValueThatHoldsItselfHasAnEnd() {
    List<Object> twice = new ArrayList<>();
    twice.add(twice);
    twice.add(twice);
    assertTrue(same(twice, twice));
  }

  @Test
  void mapsAndTextsAreData() {
    assertTrue(same(Map.of("a", 1, "b", 2), Map.of("b", 2, "a", 1)));
    assertFalse(same(Map.of("a", 1), Map.of("a", 2)));
    assertFalse(same("NaN", Double.NaN));
    Object read = Plain.read(Arrays.asList("NaN", "\"NaN", null));
    assertEquals(Arrays.asList(Double.NaN, "\"NaN", null), read);
  }

  @Test
  void argumentsAreCopiedAllTheWayDown() {
    double[][] rows = {{1}, {2}};
    double[][] copy = (double[][]) Copies.of(rows);
    rows[0][0] = 9;
    assertArrayEquals(new double[] {1}, copy == null ? null : copy[0]);
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    return Plain.same(Plain.of(a), Plain.of(b));
  }

  @Test
  void aContractsOwnAnswerNeedNotBePublic() {
    Recording totals = new Recording(Total.class);
    Total hidden = (Total) totals.of(new Hidden(), "test");
    assertEquals(0, hidden.total(new double[0]));
  }

  private static final class Hidden implements Total {
    @Override
    public double total(double[] x) {
      return 0;
    }
  }
}
