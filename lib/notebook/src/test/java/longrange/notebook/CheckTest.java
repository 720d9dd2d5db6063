package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.Contract;
import longrange.grading.Outcome;
import longrange.grading.Status;
import longrange.grading.TestResult;
import longrange.grading.Verdict;
import longrange.grading.diagnosis.Diagnosis;
import longrange.linalg.Kernels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckTest {
  private final List<View> shown = new ArrayList<>();

  @BeforeEach
  void listen() {
    Screen.CURRENT.set(new Recorder(shown));
  }

  @AfterEach
  void stopListening() {
    Screen.CURRENT.set(new Screen.Terminal());
    Thread.interrupted();
  }

  @Test
  void everyTestHasARowWithItsOutcomeInWords() {
    Notebook.check(new Answers.Half());
    String html = shown.getLast().html();
    assertTrue(html.contains("data-status=\"WRONG\" data-earned=\"2\" data-visible=\"3\""), html);
    assertTrue(html.contains("data-test=\"diagonal\" data-outcome=\"PASSED\""), html);
    assertTrue(html.contains("data-test=\"zero\" data-outcome=\"FAILED\""), html);
    assertTrue(html.contains("✓</span> ok") && html.contains("✗</span> wrong"), html);
    assertTrue(html.contains("norm of 0"), "what was tried is said");
  }

  @Test
  void theTextSaysTheSame() {
    Notebook.check(new Answers.Half());
    String text = shown.getLast().text();
    assertTrue(text.contains("2 of 3 visible points"), text);
    assertTrue(text.contains("the zero matrix has norm 0"), text);
  }

  @Test
  void aDiagnosisIsSaidOnce() {
    Optional<Diagnosis> squared = Optional.of(new Diagnosis("No root.", "This is σ² < σ."));
    List<TestResult> tests =
        Stream.of("first", "second")
            .map(
                name -> new TestResult("G", name, name, 1, Outcome.FAILED, "came back: 4", squared))
            .toList();
    Contract contract = Contract.of(SpectralNorm.class);
    View view = Views.of(new Verdict(contract, Status.WRONG, "", tests, List.of()));
    assertTrue(view.html().contains("diagnosis: This is σ² &lt; σ.</div>"), view.html());
    assertTrue(view.html().contains("diagnosis: as above</div>"), view.html());
    assertTrue(view.text().contains("diagnosis: This is σ² < σ.\n"), view.text());
    assertTrue(view.text().contains("diagnosis: as above\n"), view.text());
    assertFalse(view.html().contains("No root."), "the misconception is for whoever counts");
  }

  @Test
  void whileItRunsTheTestIsNamed() {
    Notebook.check(new Answers.Half());
    List<String> texts = shown.stream().map(View::text).toList();
    assertTrue(texts.contains("Test 2 of 2: the zero matrix has norm 0"), texts.toString());
  }

  @Test
  void anUntouchedSkeletonIsNotAttempted() {
    Notebook.check(new Answers.Untouched());
    assertTrue(shown.getLast().html().contains("data-status=\"TODO\" data-earned=\"0\""));
  }

  @Test
  void theLibraryMayNotBeUsed() {
    Notebook.check(new Borrowed());
    assertTrue(shown.getLast().html().contains("data-status=\"REJECTED\""));
    assertTrue(shown.getLast().text().contains("uses longrange.linalg.Kernels"));
    assertFalse(shown.getLast().html().contains("<table"), "tests that did not run are no result");
  }

  @Test
  void anInterruptEndsAnEndlessAnswerAndSaysSo() {
    Thread.currentThread().interrupt();
    Notebook.check(new Answers.Sleeper());
    assertTrue(shown.getLast().html().contains("data-status=\"TIMEOUT\""));
    assertTrue(shown.getLast().text().contains("Interrupted. The code was stopped."));
  }

  @Test
  void whatIsNoAnswerIsSaidInASentence() {
    var e = assertThrows(IllegalArgumentException.class, () -> Notebook.check("3"));
    assertEquals(
        "String is no answer to an exercise: it implements none of the contracts (class MyX"
            + " implements X).",
        e.getMessage());
    assertEquals("Not checked.", shown.getLast().text());
  }

  private static final class Borrowed implements SpectralNorm {
    @Override
    public double norm(double[][] a) {
      return Kernels.chosen().hashCode();
    }
  }
}
