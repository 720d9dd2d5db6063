package longrange.grading.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import longrange.exercises.toy.Everything;
import longrange.exercises.toy.Everything.Mood;
import longrange.exercises.toy.Everything.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An answer at the far end of a connection behaves as one that is here.
class ValuesTravelTest {
  @TempDir Path folder;
  private Pair pair;
  private Far far;
  private Everything answer;

  /// The answer at the far end.
  private static final class Far implements Everything {
    private double[] kept = {0};
    private Function<@Nullable Object, @Nullable Object> same = value -> value;

    @Override
    public @Nullable Object same(@Nullable Object value) {
      return same.apply(value);
    }

    @Override
    public State advanced(State state) {
      state.h()[0]++;
      return new State(new double[] {state.h()[0] * 2}, state.steps() + 1, Mood.WILD);
    }

    @Override
    public void fill(double[][] a, List<Integer> list, Map<String, double[]> map) {
      a[0][0] = 7;
      a[1] = new double[] {8};
      list.add(9);
      map.put("ten", new double[] {10});
    }

    @Override
    public double[] kept(double[] a) {
      double[] before = kept;
      kept = a;
      return before;
    }

    @Override
    public double applied(DoubleUnaryOperator f, double x) {
      return f.applyAsDouble(x);
    }

    @Override
    public DoubleUnaryOperator scaled(DoubleUnaryOperator f, double factor) {
      return x -> factor * f.applyAsDouble(x);
    }

    @Override
    public String toString() {
      return "far away";
    }

    @Override
    public Function<Integer, Integer> countdown(Function<Integer, Integer> next) {
      return n -> n == 0 ? 0 : 1 + next.apply(n - 1);
    }
  }

  @BeforeEach
  void connect() throws Throwable {
    pair = new Pair(folder);
    far = new Far();
    answer = pair.answer(far);
  }

  @AfterEach
  void disconnect() throws Exception {
    pair.close();
  }

  @Test
  void plainValuesComeBackAsTheyWent() {
    for (Object value :
        List.of(
            true, (byte) -3, (short) 300, 'ß', -5, 1L << 40, 0.1f, Math.PI, "Übung\n", Mood.CALM)) {
      assertEquals(value, answer.same(value));
    }
    assertNull(answer.same(null));
  }

  @Test
  void aNegativeZeroStaysAndEveryNanIsTheOne() {
    far.same =
        value -> new double[] {-0.0, Double.longBitsToDouble(0x7ff8_0000_dead_beefL), 1 / 0.0};
    double[] back = assertInstanceOf(double[].class, answer.same(null));
    assertEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(back[0]));
    assertEquals(Double.doubleToRawLongBits(Double.NaN), Double.doubleToRawLongBits(back[1]));
    assertEquals(Double.POSITIVE_INFINITY, back[2]);
  }

  @Test
  void arraysOfEveryKindTravel() {
    Object[] all = {
      new boolean[] {true, false},
      new byte[] {1},
      new short[] {2},
      new char[] {'c'},
      new int[] {4},
      new long[] {5},
      new float[] {6},
      new double[][] {{7, 8}, {}, null},
      new String[] {"nine", null},
      new Mood[] {Mood.WILD},
    };
    far.same = value -> ((Object[]) value).clone();
    Object[] back = (Object[]) answer.same(all);
    assertNotSame(all, back);
    assertArrayEquals(all, back);
  }

  @Test
  void aRecordIsItsComponents() {
    double[] h = {1, 2};
    State next = answer.advanced(new State(h, 4, Mood.CALM));
    assertArrayEquals(new double[] {4}, next.h());
    assertEquals(5, next.steps());
    assertEquals(Mood.WILD, next.mood());
    assertArrayEquals(new double[] {2, 2}, h, "its array was written into");
  }

  @Test
  void whatAnAnswerWritesIntoItsArgumentsIsSeen() {
    double[] second = {2};
    double[][] a = {{1}, second};
    List<Integer> list = new ArrayList<>(List.of(1));
    Map<String, double[]> map = new HashMap<>();
    answer.fill(a, list, map);
    assertEquals(7, a[0][0]);
    assertEquals(8, a[1][0]);
    assertEquals(2, second[0]);
    assertEquals(List.of(1, 9), list);
    assertArrayEquals(new double[] {10}, map.get("ten"));
  }

  @Test
  void whatCannotBeChangedHereCannotBeChangedThere() {
    assertThrows(
        UnsupportedOperationException.class,
        () -> answer.fill(new double[2][1], List.of(1), new HashMap<>()));
  }

  @Test
  void anArrayThatIsReturnedTwiceIsTheSameArray() {
    double[] mine = {1};
    double[] theirs = answer.kept(mine);
    assertSame(mine, answer.kept(theirs), "it kept the argument");
    assertSame(theirs, answer.kept(mine));
  }

  @Test
  void whatATestWritesIntoAReturnedArrayIsSeenByTheAnswer() {
    double[] theirs = answer.kept(new double[] {1});
    theirs[0] = -1;
    answer.same(null);
    far.same = _ -> theirs[0];
    assertEquals(-1.0, answer.same(null));
  }

  @Test
  void longForgottenArraysAreForgottenOnBothSides() {
    double[] first = {1};
    assertSame(first, answer.same(first));
    for (int i = 0; i < 500; i++) {
      double[] other = {i};
      assertSame(other, answer.same(other));
    }
    assertSame(first, answer.same(first));
  }

  @Test
  void aFunctionIsCalledWhereItIs() {
    assertEquals(9, answer.applied(x -> x * x, 3));
    DoubleUnaryOperator scaled = answer.scaled(x -> x + 1, 10);
    assertEquals(40, scaled.applyAsDouble(3));
    DoubleUnaryOperator here = x -> x;
    assertSame(here, answer.same(here));
  }

  @Test
  void callsMayCallBackToALimit() {
    assertEquals(4, down(answer, 4));
    assertThrows(StackOverflowError.class, () -> down(answer, 100));
  }

  private static int down(Everything answer, int n) {
    return answer.countdown(left -> down(answer, left)).apply(n);
  }

  @Test
  void anExceptionOfTheJdkIsTheSameHere() {
    far.same =
        _ -> {
          throw new NoSuchElementException("nothing", new IllegalArgumentException("deeper"));
        };
    Throwable thrown = assertThrows(NoSuchElementException.class, () -> answer.same(1));
    assertEquals("nothing", thrown.getMessage());
    Throwable cause = assertInstanceOf(IllegalArgumentException.class, thrown.getCause());
    assertEquals("deeper", cause.getMessage());
    assertEquals(Far.class.getName(), frameOfFar(thrown));
  }

  private static String frameOfFar(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getMethodName().equals("same")) {
        return frame.getClassName();
      }
    }
    return "nowhere";
  }

  /// An exception class that only an answer has.
  private static final class OwnException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("not even this works");
    }
  }

  @Test
  void anExceptionOfTheAnswersOwnIsItsAncestor() {
    pair.heard.originals.clear();
    far.same =
        _ -> {
          throw new OwnException();
        };
    // The class is in a package of the course, yet not among the contracts.
    assertThrows(IllegalArgumentException.class, () -> answer.same(1));
    assertEquals(List.of(OwnException.class.getName()), pair.heard.originals);
  }

  @Test
  void anAnswerLearnsNothingOfWhatATestsFunctionThrows() {
    far.same =
        value -> {
          try {
            return ((DoubleUnaryOperator) value).applyAsDouble(1);
          } catch (IllegalStateException e) {
            return e.getMessage() + e.getStackTrace().length + value.toString().contains("Test");
          }
        };
    DoubleUnaryOperator secret =
        _ -> {
          throw new IllegalStateException("expected 42");
        };
    String seen = String.valueOf(answer.same(secret));
    assertTrue(seen.startsWith("null") && seen.endsWith("false"), seen);
    assertTrue(!seen.contains("42"), seen);
  }

  @Test
  void whatIsNoDataIsRefusedWithASentence() {
    far.same = _ -> new Object();
    Throwable thrown = assertThrows(UnsupportedOperationException.class, () -> answer.same(1));
    assertTrue(String.valueOf(thrown.getMessage()).contains("type Object"), thrown::getMessage);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    far.same = _ -> new double[10][100_000];
    Throwable thrown = assertThrows(UnsupportedOperationException.class, () -> answer.same(1));
    assertTrue(String.valueOf(thrown.getMessage()).startsWith("large: "), thrown::getMessage);
  }

  @Test
  void whatIsNestedTooDeeplyIsRefused() {
    far.same =
        _ -> {
          Object[] nest = {};
          for (int i = 0; i < 100; i++) {
            nest = new Object[] {nest};
          }
          return nest;
        };
    Throwable thrown = assertThrows(UnsupportedOperationException.class, () -> answer.same(1));
    assertTrue(String.valueOf(thrown.getMessage()).contains("nested"), thrown::getMessage);
  }

  @Test
  void objectMethodsRunOnTheAnswersSide() {
    assertEquals("far away", answer.toString());
    assertEquals(far.hashCode(), answer.hashCode());
    assertTrue(answer.equals(answer));
  }

  @Test
  void equalRunsHaveEqualOutcomes() {
    answer.same(new double[] {1, 2});
    int last = pair.heard.outcomes.size() - 1;
    far.same = _ -> 1.5;
    answer.same(1);
    answer.same(2);
    assertArrayEquals(pair.heard.outcomes.get(last + 1), pair.heard.outcomes.get(last + 2));
  }
}
