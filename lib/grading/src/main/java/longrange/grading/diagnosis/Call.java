package longrange.grading.diagnosis;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// One call that a test made, and what came of it.
public final class Call {
  private static final int KEY_BYTES = 10;

  private final Method method;
  private final @Nullable Object[] given;
  private final Reply reply;

  /// @param given copies of the arguments as they were
  Call(Method method, @Nullable Object[] given, Reply reply) {
    this.method = method;
    this.given = given;
    this.reply = reply;
  }

  /// What came of it when the test made it.
  Reply reply() {
    return reply;
  }

  /// What another answer makes of it.
  Reply repeatedOn(Object answer) {
    @Nullable Object[] copies = given.clone();
    for (int i = 0; i < copies.length; i++) {
      copies[i] = Copies.of(given[i]);
    }
    return Reply.of(method, answer, copies);
  }

  /// Whether all arguments are data, so that a key tells the call from every other.
  boolean isData() {
    return Plain.isData(Plain.of(given));
  }

  /// Names the method and the arguments, to the last bit.
  String exactKey() {
    return digest(Plain.of(given));
  }

  /// Names the method and the arguments, rounded, so that another machine finds the same.
  String key() {
    return digest(Plain.rounded(Plain.of(given)));
  }

  private String digest(@Nullable Object arguments) {
    String words = method.getName() + arguments;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
