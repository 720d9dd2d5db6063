package longrange.grading.sandbox.student;

import java.util.Objects;
import java.util.function.UnaryOperator;

/// An answer for the rehearsal.
final class Echo implements UnaryOperator<Object> {
  @Override
  public Object apply(Object value) {
    return Objects.requireNonNull(value, "nothing to return");
  }
}
