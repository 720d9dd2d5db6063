package longrange.grading;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a JUnit class as a grader of one contract. Its test methods take the contract as their
/// parameter and are bound to whatever answer is being checked. They run in the order in which they
/// are written.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(AnswerBinding.class)
@TestMethodOrder(DeclarationOrder.class)
public @interface Grades {
  /// The contract, an interface annotated with {@link longrange.exercises.Exercise}.
  Class<?> value();

  /// Whether students must not learn what its tests pass to an answer. What an answer throws there
  /// is not shown, since it may say so.
  boolean hidden() default false;
}
