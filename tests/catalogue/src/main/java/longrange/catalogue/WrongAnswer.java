package longrange.catalogue;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A wrong answer that a student would write, and what the graders are to make of it.
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

  /// A piece of the hint by which this answer can be told from the others: of a visible test's
  /// message, or, for an answer that passes all of these, of a hidden test's title.
  String hint();
}
