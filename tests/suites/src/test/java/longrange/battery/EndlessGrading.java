package longrange.battery;

import java.io.IOException;
import longrange.grading.Status;
import longrange.grading.sandbox.Isolation;

/// A grading run in the middle of an endless answer, to be killed there.
final class EndlessGrading {
  private EndlessGrading() {}

  /// Grades until it is killed, and says once that it has begun.
  public static void main(String[] arguments) throws IOException {
    try (Grading grading = Grading.open(Isolation.BWRAP, 1)) {
      System.out.println("begun");
      while (true) {
        grading.grade(
            Hostile.witness("endless", "endless", "while (Math.sin(0) == 0) {}", Status.TIMEOUT));
      }
    }
  }
}
