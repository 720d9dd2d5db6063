package longrange.grading.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import longrange.grading.Sha256;

/// What an answer gave back, call by call, so that two runs can be compared.
final class Transcript {
  /// Calls of which the values are kept; a test that calls more often is compared up to here.
  private static final int KEPT = 100_000;

  // Compared by content, in differenceTo only.
  @SuppressWarnings("ArrayRecordComponent")
  private record Reply(String method, byte[] outcome) {}

  private final List<Reply> replies = new ArrayList<>();

  synchronized void add(String method, byte[] outcome) {
    if (replies.size() < KEPT) {
      replies.add(new Reply(method, digest(outcome)));
    }
  }

  /// A short stand-in for what would fill the memory.
  private static byte[] digest(byte[] outcome) {
    return outcome.length <= 64 ? outcome : Sha256.digest().digest(outcome);
  }

  /// Where another run of the same tests got something else, as far as both went.
  synchronized Optional<String> differenceTo(Transcript other) {
    int common = Math.min(replies.size(), other.replies.size());
    for (int i = 0; i < common; i++) {
      Reply one = replies.get(i);
      Reply two = other.replies.get(i);
      if (!one.method().equals(two.method()) || !Arrays.equals(one.outcome(), two.outcome())) {
        return Optional.of(
            "Call %d, of %s, came back with another result in the second run."
                .formatted(i + 1, one.method()));
      }
    }
    return Optional.empty();
  }
}
