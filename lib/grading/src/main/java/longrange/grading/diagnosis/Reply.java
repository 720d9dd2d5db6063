package longrange.grading.diagnosis;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// What a call gave, as {@linkplain Plain plain data}.
///
/// @param came what came back or was thrown
/// @param left what was left of the arguments; null when they are as they were
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reply(@Nullable Object came, @Nullable Object left) {

  /// Calls an answer.
  ///
  /// @param given the arguments. The answer may write into them.
  static Reply of(Method method, Object answer, @Nullable Object[] given) {
    Object before = Plain.of(given);
    Object came;
    try {
      came = Plain.of(method.invoke(answer, given));
    } catch (InvocationTargetException e) {
      came = Plain.thrown(e.getCause() == null ? e : e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " of a contract must be public.", e);
    }
    return new Reply(came, leftOf(before, Plain.of(given)));
  }

  /// What is left of arguments, or null when nothing has changed.
  static @Nullable Object leftOf(@Nullable Object before, @Nullable Object after) {
    return Plain.same(before, after) ? null : after;
  }

  /// What was read from a file has its numbers as the file's format has them.
  @JsonCreator
  static Reply read(
      @JsonProperty("came") @Nullable Object came, @JsonProperty("left") @Nullable Object left) {
    return new Reply(Plain.read(came), Plain.read(left));
  }

  boolean same(Reply other) {
    return Plain.same(came, other.came) && Plain.same(left, other.left);
  }

  Reply rounded() {
    return new Reply(Plain.rounded(came), Plain.rounded(left));
  }
}
