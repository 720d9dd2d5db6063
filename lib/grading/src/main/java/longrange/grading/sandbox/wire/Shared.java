package longrange.grading.sandbox.wire;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The arrays and collections that both sides know, each side its own copy of them.
///
/// With every frame travels what has changed in them since the last one. So an answer that writes
/// into its argument, keeps it, or returns the same array twice is seen to do so, as if it ran in
/// the tests' own process.
final class Shared {
  /// An object and what the other side knows of it.
  static final class Entry {
    final int number;
    final Object object;
    final int depth;
    final boolean fixed;
    long used;

    /// Its content as last sent or received.
    byte[] content = {};

    Entry(int number, Object object, int depth, boolean fixed) {
      this.number = number;
      this.object = object;
      this.depth = depth;
      this.fixed = fixed;
    }
  }

  private static final Comparator<Entry> LATEST_FIRST =
      (one, two) -> Long.compare(two.used, one.used);

  private final int sign;
  private final long room;
  private final Map<Integer, Entry> byNumber = new HashMap<>();
  private final IdentityHashMap<Object, Entry> byObject = new IdentityHashMap<>();
  private int last;
  private long now;

  /// @param sign 1 on one side and −1 on the other, so that their numbers never meet
  /// @param room the bytes that all contents together may have before old ones are forgotten
  Shared(int sign, long room) {
    this.sign = sign;
    this.room = room;
  }

  static boolean isShared(Object value) {
    return value.getClass().isArray()
        || value instanceof List
        || value instanceof Set
        || value instanceof Map;
  }

  /// Whether the JDK made it so that nobody can change it.
  static boolean isFixed(Object value) {
    String name = value.getClass().getName();
    return name.startsWith("java.util.ImmutableCollections")
        || name.startsWith("java.util.Collections$Unmodifiable")
        || name.startsWith("java.util.Collections$Empty")
        || name.startsWith("java.util.Collections$Singleton")
        || name.equals("java.util.Arrays$ArrayList");
  }

  static int kind(Object value) {
    if (value instanceof List) {
      return Tag.LIST;
    }
    if (value instanceof Set) {
      return Tag.SET;
    }
    return value instanceof Map ? Tag.MAP : Tag.ARRAY;
  }

  static int length(Object value) {
    if (value instanceof Collection<?> c) {
      return c.size();
    }
    return value instanceof Map<?, ?> m ? m.size() : Array.getLength(value);
  }

  @Nullable Entry find(Object object) {
    return used(byObject.get(object));
  }

  @Nullable Entry find(int number) {
    return used(byNumber.get(number));
  }

  private @Nullable Entry used(@Nullable Entry entry) {
    if (entry != null) {
      entry.used = now;
    }
    return entry;
  }

  /// Whether a number was given by the other side.
  boolean isTheirs(int number) {
    return Integer.signum(number) == -sign;
  }

  /// A new object of this side.
  Entry add(Object object, int depth) throws Refused {
    if (byNumber.size() >= Bounds.OBJECTS) {
      throw Refused.tooLarge("The value consists of too many arrays.");
    }
    last += sign;
    return put(new Entry(last, object, depth, isFixed(object)));
  }

  /// A new object of the other side.
  Entry take(int number, Object object, boolean fixed) throws Violation {
    if (byNumber.size() >= Bounds.OBJECTS || !isTheirs(number)) {
      throw new Violation("an object has a number of its side");
    }
    return put(new Entry(number, object, 0, fixed));
  }

  private Entry put(Entry entry) {
    entry.used = now;
    byNumber.put(entry.number, entry);
    byObject.put(entry.object, entry);
    return entry;
  }

  /// The bytes of all contents together.
  long kept() {
    long bytes = 0;
    for (Entry entry : byNumber.values()) {
      bytes += entry.content.length;
    }
    return bytes;
  }

  /// All that may have changed.
  List<Entry> changeable() {
    return byNumber.values().stream().filter(entry -> !entry.fixed).toList();
  }

  /// Takes leave of what has not been spoken of for so many calls, or no longer has room, so that a
  /// long test stays small.
  int[] old(int calls) {
    now++;
    long bytes = 0;
    List<Integer> old = new ArrayList<>();
    for (Entry entry : byNumber.values().stream().sorted(LATEST_FIRST).toList()) {
      bytes += entry.content.length;
      if (entry.used < now - calls || bytes > room) {
        old.add(entry.number);
      }
    }
    int[] numbers = old.stream().mapToInt(Integer::intValue).toArray();
    forget(numbers);
    return numbers;
  }

  void forget(int[] numbers) {
    for (int number : numbers) {
      Entry entry = byNumber.remove(number);
      if (entry != null) {
        byObject.remove(entry.object);
      }
    }
  }
}
