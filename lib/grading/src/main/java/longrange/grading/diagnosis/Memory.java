package longrange.grading.diagnosis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the catalogue's answers replied to calls that other students' answers were given before: in
/// a class most calls are the same.
final class Memory {
  private static final int REPLIES = 20_000;

  private final Map<String, Reply> replies = new ConcurrentHashMap<>();

  /// The reply of an answer to a call; null where it is not known.
  @Nullable Reply find(Class<?> answer, String call) {
    return replies.get(answer.getName() + call);
  }

  void keep(Class<?> answer, String call, Reply reply) {
    if (replies.size() >= REPLIES) {
      replies.clear();
    }
    replies.put(answer.getName() + call, reply);
  }
}
