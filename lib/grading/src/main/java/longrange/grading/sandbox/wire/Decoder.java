package longrange.grading.sandbox.wire;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the values of one frame. Whatever does not fit is a {@link Violation}, never an object.
final class Decoder {
  /// A shared object of the frame, its content still unread.
  // Two of them are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Waiting(Shared.Entry entry, Object target, int length, byte[] content) {}

  private final Shared shared;
  private final Functions functions;
  private final Types types;
  private final Bounds bounds;

  Decoder(Shared shared, Functions functions, Types types, Bounds bounds) {
    this.shared = shared;
    this.functions = functions;
    this.types = types;
    this.bounds = bounds;
  }

  List<@Nullable Object> read(Reader in) throws Violation {
    List<Waiting> all = new ArrayList<>();
    int objects = in.count(10);
    for (int i = 0; i < objects; i++) {
      all.add(object(in));
    }
    // All are there before one is filled: they may hold each other.
    for (Waiting each : all) {
      fill(each);
    }
    int count = in.count(1);
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(value(in, 1));
    }
    Encoder again = new Encoder(shared, functions, types, bounds);
    for (Waiting each : all) {
      remember(each.entry(), again);
    }
    if (shared.kept() > 2 * bounds.kept()) {
      throw new Violation("all arrays together have at most %d bytes".formatted(bounds.kept()));
    }
    return values;
  }

  /// What is to be compared with later is what this side would send, since a function has another
  /// name on each side.
  private static void remember(Shared.Entry entry, Encoder encoder) throws Violation {
    try {
      entry.content = encoder.content(entry);
    } catch (Refused e) {
      throw new Violation("what was received can be sent back: " + e.getMessage());
    }
  }

  private Waiting object(Reader in) throws Violation {
    int number = in.number();
    int kind = in.tag();
    boolean fixed = in.tag() != 0;
    Class<?> component = kind == Tag.ARRAY ? types.byName(in.shortName()) : Object.class;
    int length = in.number();
    byte[] content = in.block();
    if (length < 0 || (long) length * least(kind, component) > content.length) {
      throw new Violation("an object holds what it announces");
    }
    if ((kind == Tag.MAP || kind == Tag.SET) && length > Bounds.ENTRIES) {
      throw new Violation("a map has at most %d entries".formatted(Bounds.ENTRIES));
    }
    Shared.Entry known = shared.find(number);
    if (known != null) {
      return new Waiting(same(known, kind, component, length), known.object, length, content);
    }
    Object target = made(kind, component, length);
    Object face = fixed ? unmodifiable(target) : target;
    return new Waiting(shared.take(number, face, fixed), target, length, content);
  }

  /// The bytes that an entry has at least, so that nothing is made for entries that are not there.
  private static int least(int kind, Class<?> component) {
    if (kind == Tag.ARRAY && component.isPrimitive()) {
      return component == long.class || component == double.class
          ? Long.BYTES
          : component == int.class || component == float.class
              ? Integer.BYTES
              : component == short.class || component == char.class ? Short.BYTES : 1;
    }
    return kind == Tag.MAP ? 2 : 1;
  }

  private static Shared.Entry same(Shared.Entry known, int kind, Class<?> component, int length)
      throws Violation {
    boolean fits =
        !known.fixed
            && Shared.kind(known.object) == kind
            && (kind != Tag.ARRAY
                || (known.object.getClass().componentType() == component
                    && Array.getLength(known.object) == length));
    if (!fits) {
      throw new Violation("an object keeps its kind and its length");
    }
    return known;
  }

  private static Object made(int kind, Class<?> component, int length) throws Violation {
    return switch (kind) {
      case Tag.ARRAY -> Array.newInstance(component, length);
      case Tag.LIST -> new ArrayList<>();
      case Tag.SET -> new LinkedHashSet<>();
      case Tag.MAP -> new LinkedHashMap<>();
      default -> throw new Violation("an object is an array or a collection");
    };
  }

  private static Object unmodifiable(Object target) {
    if (target instanceof List<?> list) {
      return Collections.unmodifiableList(list);
    }
    if (target instanceof Set<?> set) {
      return Collections.unmodifiableSet(set);
    }
    return target instanceof Map<?, ?> map ? Collections.unmodifiableMap(map) : target;
  }

  private void fill(Waiting waiting) throws Violation {
    Reader in = new Reader(waiting.content());
    Object target = waiting.target();
    if (target instanceof Collection<?> c) {
      fill(c, waiting.length(), in);
    } else if (target instanceof Map<?, ?> m) {
      fill(m, waiting.length(), in);
    } else if (target instanceof @Nullable Object[] a) {
      fill(a, waiting.length(), in);
    } else {
      in.entries(target);
    }
    in.end();
  }

  @SuppressWarnings("unchecked") // of this class's making, or the tests' own
  private void fill(Collection<?> c, int length, Reader in) throws Violation {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Object value = value(in, 1);
      values.add(c instanceof Set ? key(value) : value);
    }
    Collection<@Nullable Object> target = (Collection<@Nullable Object>) c;
    target.clear();
    target.addAll(values);
  }

  @SuppressWarnings("unchecked") // of this class's making, or the tests' own
  private void fill(Map<?, ?> m, int length, Reader in) throws Violation {
    Map<Object, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < length; i++) {
      values.put(key(value(in, 1)), value(in, 1));
    }
    Map<Object, @Nullable Object> target = (Map<Object, @Nullable Object>) m;
    target.clear();
    target.putAll(values);
  }

  private void fill(@Nullable Object[] a, int length, Reader in) throws Violation {
    for (int i = 0; i < length; i++) {
      Object value = value(in, 1);
      if (value != null && !a.getClass().componentType().isInstance(value)) {
        throw new Violation("an array holds what its type says");
      }
      a[i] = value;
    }
  }

  /// A key must know its hash without asking the other side.
  private static Object key(@Nullable Object value) throws Violation {
    if (value == null || !isPlain(value)) {
      throw new Violation("a key is plain data");
    }
    return value;
  }

  private static boolean isPlain(Object value) {
    if (value instanceof Record record) {
      return Arrays.stream(record.getClass().getRecordComponents())
          .allMatch(each -> each.getType().isPrimitive() || each.getType() == String.class);
    }
    return value instanceof Number
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Enum;
  }

  private @Nullable Object value(Reader in, int depth) throws Violation {
    if (depth > bounds.depth()) {
      throw new Violation("a value is nested %d deep at most".formatted(bounds.depth()));
    }
    return switch (in.tag()) {
      case Tag.NULL -> null;
      case Tag.BOOLEAN -> in.tag() != 0;
      case Tag.BYTE -> (byte) in.tag();
      case Tag.SHORT -> (short) in.number();
      case Tag.CHAR -> (char) in.number();
      case Tag.INT -> in.number();
      case Tag.LONG -> in.wide();
      case Tag.FLOAT -> Float.intBitsToFloat(in.number());
      case Tag.DOUBLE -> Double.longBitsToDouble(in.wide());
      case Tag.STRING -> in.name();
      case Tag.ENUM -> constant(types.byName(in.shortName()), in.shortName());
      case Tag.RECORD -> record(in, depth);
      case Tag.SHARED -> known(in.number());
      case Tag.FUNCTION -> functions.standIn(in.number(), types.byName(in.shortName()));
      case Tag.HOME -> functions.own(in.number());
      default -> throw new Violation("a value has one of the known kinds");
    };
  }

  private Object known(int number) throws Violation {
    Shared.Entry entry = shared.find(number);
    if (entry == null) {
      throw new Violation("an object is defined before it is named");
    }
    return entry.object;
  }

  private static Object constant(Class<?> type, String name) throws Violation {
    Object[] constants = type.getEnumConstants();
    if (constants != null) {
      for (Object each : constants) {
        if (((Enum<?>) each).name().equals(name)) {
          return each;
        }
      }
    }
    throw new Violation("a constant is one of its enum");
  }

  private Object record(Reader in, int depth) throws Violation {
    Class<?> type = types.byName(in.shortName());
    RecordComponent[] components = type.getRecordComponents();
    if (components == null || in.number() != components.length) {
      throw new Violation("a record has its components");
    }
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(in, depth + 1);
    }
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new Violation("a record can be made of its components");
    }
  }
}
