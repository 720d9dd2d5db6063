package longrange.kernel.show;

import java.lang.reflect.Array;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Arrays as text: their contents, with the middle left out where there are many.
final class Arrays {
  private static final int HEAD = 20;
  private static final int TAIL = 3;
  private static final int MAX_DEPTH = 4;

  private Arrays() {}

  /// The text of any value: `String.valueOf`, but for arrays.
  static String text(@Nullable Object value) {
    if (value instanceof double[][] rows && rows.length > 0) {
      return Matrix.text(rows);
    }
    return text(value, 0);
  }

  private static String text(@Nullable Object value, int depth) {
    if (value == null || !value.getClass().isArray()) {
      return String.valueOf(value);
    }
    int length = Array.getLength(value);
    if (depth == MAX_DEPTH) {
      return value.getClass().getComponentType().getSimpleName() + "[" + length + "]";
    }
    boolean cut = length > HEAD + TAIL + 1;
    StringJoiner all = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < length; i++) {
      if (cut && i == HEAD) {
        all.add("…");
        i = length - TAIL;
      }
      all.add(text(Array.get(value, i), depth + 1));
    }
    return cut ? all + " (" + length + " elements)" : all.toString();
  }
}
