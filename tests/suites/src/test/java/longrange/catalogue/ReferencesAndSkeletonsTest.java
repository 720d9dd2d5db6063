package longrange.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import longrange.grading.Contract;
import longrange.grading.Outcome;
import longrange.grading.Status;
import longrange.grading.TestResult;
import longrange.grading.Verdict;
import longrange.grading.extraction.Extraction;
import longrange.grading.extraction.UnreadableFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The two ends of every scale: the reference answer and the skeleton.
class ReferencesAndSkeletonsTest {
  static List<Contract> contracts() {
    return Marking.contracts();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theReferenceHasFullMarks(Contract contract) {
    Verdict verdict = Marking.verdict(contract, Marking.reference(contract));
    assertEquals(contract.points(), verdict.earned(), verdict::toString);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theTestsGiveExactlyThePointsOfTheExercise(Contract contract) {
    Verdict verdict = Marking.verdict(contract, Marking.reference(contract));
    assertEquals(contract.points(), verdict.visible());
    Map<Boolean, List<TestResult>> byKind =
        verdict.tests().stream().collect(Collectors.partitioningBy(Marking::isHidden));
    assertFalse(byKind.getOrDefault(true, List.of()).isEmpty(), "a test runs on submission");
    assertFalse(byKind.getOrDefault(false, List.of()).isEmpty(), "a test is visible");
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theSkeletonIsNotAttemptedInEveryTest(Contract contract) throws UnreadableFile {
    allTodo(file("exercises", contract).check(contract, Marking.everyTest()));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theExerciseNotebookIsNotAttemptedInEveryTest(Contract contract) throws UnreadableFile {
    allTodo(notebook("exercises", contract).check(contract, Marking.everyTest()));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theSolvedNotebookHasFullMarks(Contract contract) throws UnreadableFile {
    Verdict verdict = notebook("solutions", contract).check(contract, Marking.everyTest());
    assertEquals(contract.points(), verdict.earned(), verdict::toString);
    assertEquals(List.of(), verdict.warnings());
  }

  private static void allTodo(Verdict verdict) {
    assertEquals(0, verdict.earned());
    assertEquals(Status.TODO, verdict.status(), verdict::toString);
    Set<Outcome> outcomes =
        verdict.tests().stream().map(TestResult::outcome).collect(Collectors.toSet());
    assertEquals(Set.of(Outcome.TODO), outcomes, verdict::toString);
    assertEquals(List.of(), verdict.warnings());
  }

  private static Extraction file(String folder, Contract contract) throws UnreadableFile {
    String name = contract.answerName() + ".java";
    return Extraction.of(Marking.ROOT.resolve(folder).resolve(chapter(contract)).resolve(name));
  }

  private static Extraction notebook(String folder, Contract contract) throws UnreadableFile {
    Path all = Marking.ROOT.resolve(folder);
    String number = chapter(contract).substring(2);
    String[] names = all.toFile().list((_, name) -> name.matches(number + "-.*\\.ipynb"));
    assertEquals(1, names == null ? 0 : names.length, () -> "one notebook of chapter " + number);
    return Extraction.of(all.resolve(String.valueOf(names == null ? "" : names[0])));
  }

  /// `ch03`.
  private static String chapter(Contract contract) {
    return contract.type().getPackageName().replaceAll(".*\\.", "");
  }
}
