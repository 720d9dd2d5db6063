package longrange.grading.diagnosis;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Deep copies of what a test hands to an answer, which may write into it.
///
/// Arrays, lists and maps are copied with all they hold. Everything else is handed on: it cannot
/// change, as a number or a record of the contracts, or it is a function that the test made.
final class Copies {
  private Copies() {}

  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case double[] row -> row.clone();
      case Object array when array.getClass().isArray() -> array(array);
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(each -> copy.add(of(each)));
        yield copy;
      }
      case Map<?, ?> map -> {
        Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(key, of(each)));
        yield copy;
      }
      default -> value;
    };
  }

  private static Object array(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, of(Array.get(array, i)));
    }
    return copy;
  }
}
