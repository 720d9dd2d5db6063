package longrange.grading.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import longrange.exercises.toy.Scale;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Outcome;
import longrange.grading.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {
  private static final Contract SCALE = Contract.of(Scale.class);
  private static final Diagnostics CATALOGUE = Diagnostics.replaying(KnownScales.ALL);

  private static Verdict verdict(Diagnostics diagnostics, Scale answer) {
    return Checker.standard()
        .withDiagnostics(diagnostics)
        .check(SCALE, answer.getClass(), () -> answer);
  }

  /// By the test's method.
  private static Map<String, Diagnosis> diagnoses(Diagnostics diagnostics, Scale answer) {
    Map<String, Diagnosis> found = new TreeMap<>();
    verdict(diagnostics, answer)
        .tests()
        .forEach(test -> test.diagnosis().ifPresent(it -> found.put(test.method(), it)));
    return found;
  }

  private static Map<String, Diagnosis> diagnoses(Scale answer) {
    return diagnoses(CATALOGUE, answer);
  }

  @Test
  void theResultsOfAWrongAnswerNameItsMisconceptionAtEveryTestThatFails() {
    Diagnosis adds = KnownScales.of(KnownScales.Adds.class);
    assertEquals(Map.of("values", adds, "argument", adds), diagnoses(new KnownScales.Adds()));
  }

  @Test
  void anotherRoundingIsTheSameMisconception() {
    Scale rounded =
        (a, x) ->
            Arrays.stream(new KnownScales.Adds().scale(a, x)).map(y -> y * (1 + 1e-10)).toArray();
    assertEquals(KnownScales.of(KnownScales.Adds.class), diagnoses(rounded).get("values"));
  }

  @Test
  void otherResultsNameNone() {
    Scale off =
        (a, x) ->
            Arrays.stream(new KnownScales.Adds().scale(a, x)).map(y -> y * (1 + 1e-6)).toArray();
    assertEquals(Map.of(), diagnoses(off));
  }

  @Test
  void aChanceHitOnOneCallNamesNone() {
    Scale constant = (a, x) -> new double[] {3, 4, 5};
    assertEquals(Outcome.FAILED, verdict(CATALOGUE, constant).tests().getFirst().outcome());
    assertEquals(Map.of(), diagnoses(constant));
  }

  @Test
  void oneMistakeSharedOfTwoNamesNone() {
    Scale off =
        (a, x) -> {
          double[] right = KnownScales.scaled(a, x);
          return right.length == 3 ? new KnownScales.Adds().scale(a, x) : new double[right.length];
        };
    assertEquals(Outcome.FAILED, verdict(CATALOGUE, off).tests().getFirst().outcome());
    assertEquals(Map.of(), diagnoses(off));
  }

  @Test
  void anExceptionCountsByItsType() {
    Scale silent = (a, x) -> x == null ? new double[0] : KnownScales.scaled(a, x);
    assertEquals(Map.of("nothing", KnownScales.of(KnownScales.Silent.class)), diagnoses(silent));
    Scale another =
        (a, x) -> {
          if (x == null) {
            throw new IllegalStateException("null");
          }
          return KnownScales.scaled(a, x);
        };
    assertEquals(Map.of(), diagnoses(another));
  }

  @Test
  void aChangedArgumentCounts() {
    assertEquals(
        Map.of("argument", KnownScales.of(KnownScales.InPlace.class)),
        diagnoses(new KnownScales.InPlace()));
  }

  @Test
  void aRightResultExplainsNothing() {
    double[] same = new double[3];
    Scale shared =
        (a, x) -> {
          double[] y = KnownScales.scaled(a, x);
          Arrays.fill(same, 0);
          return y.length == 2 ? failing(y) : y;
        };
    assertEquals(Outcome.ERROR, verdict(CATALOGUE, shared).tests().get(1).outcome());
    assertEquals(Map.of(), diagnoses(shared));
  }

  private static double[] failing(double[] y) {
    throw new ArithmeticException(Arrays.toString(y));
  }

  @WrongAnswer(misconception = "It knows one vector.", visible = 0, points = 0, hint = "one case")
  public static final class AddsToThree implements Scale {
    @Override
    public double[] scale(double a, double[] x) {
      return x != null && x.length == 3 ? new KnownScales.Adds().scale(a, x) : new double[9];
    }
  }

  @Test
  void ofTwoThatFitTheCloserIsMeant() {
    Diagnostics more = Diagnostics.replaying(with(AddsToThree.class));
    Diagnosis adds = KnownScales.of(KnownScales.Adds.class);
    assertEquals(adds, diagnoses(more, new KnownScales.Adds()).get("values"));
    assertEquals(
        KnownScales.of(AddsToThree.class), diagnoses(more, new AddsToThree()).get("values"));
  }

  @WrongAnswer(misconception = "The same again.", visible = 4, points = 4, hint = "the twin")
  public static final class Twin implements Scale {
    @Override
    public double[] scale(double a, double[] x) {
      return new KnownScales.Adds().scale(a, x);
    }
  }

  @Test
  void twoThatFitEquallyWellNameNone() {
    assertEquals(
        Map.of(), diagnoses(Diagnostics.replaying(with(Twin.class)), new KnownScales.Adds()));
  }

  @WrongAnswer(misconception = "There is time.", visible = 0, points = 0, hint = "endless")
  public static final class Endless implements Scale {
    @Override
    public double[] scale(double a, double[] x) {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      return x;
    }
  }

  @Test
  @Timeout(20)
  void aKnownAnswerThatNeverEndsIsLeftOut() {
    assertEquals(
        KnownScales.of(KnownScales.Adds.class),
        diagnoses(Diagnostics.replaying(with(Endless.class)), new KnownScales.Adds())
            .get("values"));
  }

  @Test
  void withoutACatalogueNothingIsSaid() {
    assertEquals(Map.of(), diagnoses(Diagnostics.NONE, new KnownScales.Adds()));
    Diagnostics noTable = Diagnostics.tabled(ClassLoader.getPlatformClassLoader());
    assertEquals(Map.of(), diagnoses(noTable, new KnownScales.Adds()));
  }

  @Test
  void theTableSaysWhatTheCatalogueSays(@TempDir Path folder) throws Exception {
    try (URLClassLoader tables = tables(folder)) {
      Diagnostics tabled = Diagnostics.tabled(tables);
      for (Class<?> type : KnownScales.ALL) {
        Scale answer = (Scale) type.getConstructor().newInstance();
        assertEquals(diagnoses(answer), diagnoses(tabled, answer));
        assertEquals(type == KnownScales.Right.class, diagnoses(tabled, answer).isEmpty());
      }
    }
  }

  @Test
  void aSecondReplayIsRememberedToTheLastBit() {
    Diagnostics remembering = Diagnostics.replaying(KnownScales.ALL);
    for (int i = 0; i < 2; i++) {
      assertEquals(
          KnownScales.of(KnownScales.Adds.class),
          diagnoses(remembering, new KnownScales.Adds()).get("values"));
      assertEquals(
          KnownScales.of(KnownScales.Backwards.class),
          diagnoses(remembering, new KnownScales.Backwards()).get("values"));
    }
    Recording recording = new Recording(Scale.class);
    Scale recorded = (Scale) recording.of(new KnownScales.Adds(), "test");
    recorded.scale(0.3, new double[1]);
    recorded.scale(0.1 + 0.2, new double[1]);
    List<Call> calls = recording.calls("test");
    assertEquals(calls.get(0).key(), calls.get(1).key());
    assertNotEquals(calls.get(0).exactKey(), calls.get(1).exactKey());
  }

  private static URLClassLoader tables(Path folder) throws Exception {
    List<Call> calls = new ArrayList<>();
    for (Class<?> type : KnownScales.ALL) {
      Scale answer = (Scale) type.getConstructor().newInstance();
      verdict(
          (_, made, _) -> {
            made.values().forEach(calls::addAll);
            return Map.of();
          },
          answer);
    }
    Path file = folder.resolve(Table.resource(Scale.class));
    Files.createDirectories(file.getParent());
    String json = Table.of(Scale.class, KnownScales.ALL, calls).json();
    KnownScales.ALL.forEach(type -> assertTrue(!json.contains(type.getSimpleName()), json));
    Files.writeString(file, json);
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private static List<Class<?>> with(Class<?> more) {
    return Stream.concat(KnownScales.ALL.stream(), Stream.of(more)).toList();
  }
}
