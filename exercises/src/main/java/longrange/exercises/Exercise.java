package longrange.exercises;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an interface as the contract of an exercise. Its doc comment is the statement.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Exercise {
  /// The number students type, chapter and place: `3.1`.
  String id();

  /// The points of all its tests together, visible and hidden.
  int points();

  /// The title, as a heading: `The Jacobian product`.
  String title();

  /// Whether the arguments determine the result. Where many results are right, as for a witness,
  /// the property that does not hold says what went wrong, and no comparison with known answers.
  boolean determined() default true;
}
