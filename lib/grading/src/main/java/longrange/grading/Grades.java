package longrange.grading;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a JUnit class as a grader of one contract. Its test methods take the contract as their
/// parameter and are bound to whatever answer is being checked.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Grades {
  /// The contract, an interface annotated with {@link longrange.exercises.Exercise}.
  Class<?> value();
}
