package longrange.grading.diagnosis;

import java.util.List;

/// What is known of one exercise's answers.
interface Known {
  /// A wrong answer.
  interface Suspect {
    Diagnosis diagnosis();

    /// Whether it makes the same of a call as the student's answer did.
    boolean gives(Call call);
  }

  List<? extends Suspect> suspects();

  /// Whether a correct answer makes the same of a call as the student's answer did.
  boolean isRight(Call call);
}
