package longrange.grading.diagnosis;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a known wrong answer, one that a student would write, and says what is to become of it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WrongAnswer {
  /// What whoever writes this believes, as a sentence.
  String misconception();

  /// The points that the visible tests give.
  int visible();

  /// The points that visible and hidden tests give together.
  int points();

  /// What a student is told whose results are those of this answer. For an exercise that is not
  /// determined, a piece of the message of the test that fails.
  String hint();
}
