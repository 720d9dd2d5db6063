package longrange.notebook;

import java.util.ArrayList;
import java.util.List;
import longrange.grading.Checker;
import longrange.grading.Progress;
import longrange.grading.Verdict;
import org.jspecify.annotations.Nullable;

/// A check in a cell: shows which test runs, then the verdict in its place.
final class Check implements Progress {
  private final String id = Screen.newId();

  /// Checks an answer against every contract it implements.
  ///
  /// @throws IllegalArgumentException in one sentence, when it implements none
  static void run(@Nullable Object answer) {
    Check check = new Check();
    Screen.current().show(check.id, View.sentence("Checking."));
    try {
      Screen.current().update(check.id, view(check.verdicts(answer)));
    } catch (RuntimeException e) {
      Screen.current().update(check.id, View.sentence("Not checked."));
      throw e;
    }
  }

  private List<Verdict> verdicts(@Nullable Object answer) {
    return CourseKernel.helping(Checker.standard().withProgress(this)).check(answer);
  }

  @Override
  public void started(String title, int number, int count) {
    Screen.current().update(id, View.sentence("Test %d of %d: %s".formatted(number, count, title)));
  }

  private static View view(List<Verdict> verdicts) {
    List<View> views = new ArrayList<>();
    for (Verdict verdict : verdicts) views.add(VerdictView.of(verdict));
    return View.below(views);
  }
}
