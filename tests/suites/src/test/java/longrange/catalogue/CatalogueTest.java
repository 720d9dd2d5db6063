package longrange.catalogue;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import longrange.exercises.Exercise;
import longrange.grading.Contract;
import longrange.grading.Outcome;
import longrange.grading.TestResult;
import longrange.grading.Verdict;
import longrange.grading.diagnosis.CorrectAnswer;
import longrange.grading.diagnosis.Diagnosis;
import longrange.grading.diagnosis.WrongAnswer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of wrong answers, and of correct ones that go another way.
class CatalogueTest {
  static List<Contract> contracts() {
    return Marking.contracts();
  }

  static Stream<Entry> wrongAnswers() {
    return Catalogue.all().stream().filter(entry -> entry.wrong().isPresent());
  }

  static Stream<Entry> determined() {
    return wrongAnswers().filter(CatalogueTest::isDetermined);
  }

  static Stream<Entry> undetermined() {
    return wrongAnswers().filter(entry -> !isDetermined(entry));
  }

  private static boolean isDetermined(Entry entry) {
    return entry.contract().getAnnotation(Exercise.class).determined();
  }

  static Stream<Entry> correctAnswers() {
    return Catalogue.all().stream().filter(entry -> entry.wrong().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("wrongAnswers")
  void aWrongAnswerHasExactlyItsPoints(Entry entry) {
    WrongAnswer known = entry.wrong().orElseThrow();
    Verdict verdict = Marking.verdict(entry);
    int visible =
        verdict.tests().stream()
            .filter(test -> !Marking.isHidden(test))
            .mapToInt(TestResult::earned)
            .sum();
    assertEquals(known.visible(), visible, () -> "visible points\n" + verdict);
    assertEquals(known.points(), verdict.earned(), () -> "all points\n" + verdict);
    assertTrue(
        known.points() < verdict.contract().points(), "a wrong answer must not have full marks");
  }

  @ParameterizedTest
  @MethodSource("determined")
  void everyTestThatAWrongAnswerFailsNamesItsMisconception(Entry entry) {
    WrongAnswer known = entry.wrong().orElseThrow();
    Diagnosis its = new Diagnosis(known.misconception(), known.hint());
    Verdict verdict = Marking.verdict(entry);
    Set<Optional<Diagnosis>> found = failed(verdict).map(TestResult::diagnosis).collect(toSet());
    assertEquals(Set.of(Optional.of(its)), found, verdict::toString);
  }

  @ParameterizedTest
  @MethodSource("undetermined")
  void whereManyAnswersAreRightThePropertyThatFailsGivesTheHint(Entry entry) {
    WrongAnswer known = entry.wrong().orElseThrow();
    Verdict verdict = Marking.verdict(entry);
    List<String> told = failed(verdict).map(CatalogueTest::told).toList();
    assertTrue(
        told.stream().anyMatch(text -> text.contains(known.hint())),
        () -> "\"" + known.hint() + "\" is not among\n" + told);
    Set<String> others =
        Catalogue.wrong(entry.contract()).stream()
            .filter(other -> other.type() != entry.type())
            .map(other -> other.wrong().orElseThrow().hint())
            .filter(told.getFirst()::contains)
            .collect(toSet());
    assertEquals(Set.of(), others, () -> "the first thing said is also the hint of another answer");
    assertTrue(failed(verdict).allMatch(test -> test.diagnosis().isEmpty()), verdict::toString);
  }

  private static Stream<TestResult> failed(Verdict verdict) {
    return verdict.tests().stream().filter(test -> test.outcome() != Outcome.PASSED);
  }

  /// A message, or a hidden test's title.
  private static String told(TestResult test) {
    return Marking.isHidden(test) ? test.title() : test.message();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theHintsOfAnExerciseAreDifferent(Contract contract) {
    List<String> hints =
        Catalogue.wrong(contract.type()).stream()
            .map(entry -> entry.wrong().orElseThrow().hint())
            .toList();
    assertEquals(hints.size(), Set.copyOf(hints).size(), hints::toString);
  }

  @ParameterizedTest
  @MethodSource("correctAnswers")
  void anotherCorrectAnswerHasFullMarks(Entry entry) {
    assertTrue(entry.type().isAnnotationPresent(CorrectAnswer.class), "it says what it is");
    Verdict verdict = Marking.verdict(entry);
    assertEquals(verdict.contract().points(), verdict.earned(), verdict::toString);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void thereAreSixWrongAndTwoOtherCorrectAnswersAtLeast(Contract contract) {
    assertTrue(Catalogue.wrong(contract.type()).size() >= 6);
    assertTrue(Catalogue.correct(contract.type()).size() >= 2);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyTestIsFailedBySomeWrongAnswer(Contract contract) {
    Set<String> survivors = new HashSet<>();
    Marking.verdict(contract, Marking.reference(contract))
        .tests()
        .forEach(test -> survivors.add(test.title()));
    for (Entry entry : Catalogue.wrong(contract.type())) {
      Marking.verdict(entry).tests().stream()
          .filter(test -> test.outcome() != Outcome.PASSED)
          .forEach(test -> survivors.remove(test.title()));
    }
    assertEquals(Set.of(), survivors, "no wrong answer fails these tests, so they test nothing");
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void wrongAnswersDifferOnTheVisibleCalls(Contract contract) {
    Calls calls = Calls.ofVisibleTests(contract);
    Map<List<String>, Entry> seen = new HashMap<>();
    for (Entry entry : Catalogue.wrong(contract.type())) {
      Entry twin = seen.put(calls.replayed(entry.answer()), entry);
      assertTrue(twin == null, () -> entry + " and " + twin + " cannot be told apart");
    }
  }
}
