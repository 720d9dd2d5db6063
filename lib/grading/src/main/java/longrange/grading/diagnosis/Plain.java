package longrange.grading.diagnosis;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Values as plain data, so that those of two answers can be compared and written to a file.
///
/// Plain data is null, a `Boolean`, a `Long` for a whole number, a `Double`, a `String` whose first
/// sign says what it stands for, or a list of these. A record is a list that begins with its name.
///
/// Two numbers that are no whole ones are the same when they differ by at most 1e-8 of the largest
/// modulus in the two values (in a record, of that component): other roundings and other roads to a
/// limit are within it, and no misconception is. NaN is the same as NaN, an infinity as itself, 0.0
/// as −0.0. All else is the same when it is equal.
final class Plain {
  private static final double TOLERANCE = 1e-8;
  private static final MathContext DIGITS = new MathContext(10);
  private static final int DEPTH = 32;

  /// A value may hold itself, so there is an end to how much of it is looked at.
  static final int VALUES = 200_000;

  private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");
  private static final String TEXT = "\"";
  private static final String CONSTANT = ":";
  private static final String RECORD = "record ";
  private static final String OPAQUE = "? ";
  private static final String THROWN = "! ";

  private int room = VALUES;

  private Plain() {}

  /// A value as plain data; a part that is no data is named by its type.
  static @Nullable Object of(@Nullable Object value) {
    return new Plain().of(value, DEPTH);
  }

  /// What was thrown, as its type alone: for a class of the answer's own, the nearest class of the
  /// JDK or the contracts that it extends, since no other class leaves a student's process.
  static Object thrown(Throwable thrown) {
    Class<?> type = thrown.getClass();
    while (!type.getName().startsWith("longrange.exercises.") && !isOfTheJdk(type)) {
      type = type.getSuperclass();
    }
    return THROWN + type.getName();
  }

  private static boolean isOfTheJdk(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    return ClassLoader.getPlatformClassLoader().getResource(file) != null;
  }

  private @Nullable Object of(@Nullable Object value, int depth) {
    if (--room < 0) {
      return OPAQUE;
    }
    return switch (value) {
      case null -> null;
      case Boolean truth -> truth;
      case Double x -> x;
      case Float x -> x.doubleValue();
      case Long n -> n;
      case Integer n -> n.longValue();
      case Short n -> n.longValue();
      case Byte n -> n.longValue();
      case Character c -> TEXT + c;
      case String text -> TEXT + text;
      case Enum<?> constant -> CONSTANT + constant.name();
      case Object deep when depth == 0 -> OPAQUE + deep.getClass().getName();
      case double[] row -> {
        room -= row.length;
        yield Arrays.stream(row).boxed().toList();
      }
      case Object array when array.getClass().isArray() -> entries(array, depth - 1);
      case List<?> list -> all(list, depth - 1);
      case Map<?, ?> map -> pairs(map, depth - 1);
      case Record fields -> components(fields, depth - 1);
      default -> OPAQUE + value.getClass().getName();
    };
  }

  private List<@Nullable Object> entries(Object array, int depth) {
    return all(
        IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList(),
        depth);
  }

  private List<@Nullable Object> all(List<?> values, int depth) {
    List<@Nullable Object> all = new ArrayList<>();
    values.forEach(each -> all.add(of(each, depth)));
    return all;
  }

  /// In the order of the keys' texts, since a map need not have one.
  private List<@Nullable Object> pairs(Map<?, ?> map, int depth) {
    List<@Nullable Object> pairs = new ArrayList<>();
    map.entrySet().stream()
        .map(entry -> Arrays.asList(of(entry.getKey(), depth), of(entry.getValue(), depth)))
        .sorted(Comparator.comparing(Object::toString))
        .forEach(pairs::add);
    return pairs;
  }

  private List<@Nullable Object> components(Record fields, int depth) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(RECORD + fields.getClass().getSimpleName());
    for (RecordComponent component : fields.getClass().getRecordComponents()) {
      try {
        all.add(of(component.getAccessor().invoke(fields), depth));
      } catch (ReflectiveOperationException e) {
        all.add(OPAQUE + component.getName());
      }
    }
    return all;
  }

  /// Whether no part of a value had to be named by its type.
  static boolean isData(@Nullable Object plain) {
    return switch (plain) {
      case String word -> !word.startsWith(OPAQUE);
      case List<?> list -> list.stream().allMatch(Plain::isData);
      case null, default -> true;
    };
  }

  /// Whether two values are the same by the rule above.
  static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a instanceof List<?> some && b instanceof List<?> others && isRecord(some)) {
      return pairwise(some, others, Plain::same);
    }
    double tolerance = TOLERANCE * Math.max(size(a), size(b));
    return same(a, b, tolerance);
  }

  private static boolean isRecord(List<?> list) {
    return !list.isEmpty() && list.getFirst() instanceof String name && name.startsWith(RECORD);
  }

  private static boolean same(@Nullable Object a, @Nullable Object b, double tolerance) {
    if (a instanceof Double x && b instanceof Double y) {
      boolean close = Double.isFinite(x) && Double.isFinite(y) && Math.abs(x - y) <= tolerance;
      return close || Double.compare(x + 0.0, y + 0.0) == 0;
    }
    if (a instanceof List<?> some && b instanceof List<?> others) {
      return pairwise(some, others, (x, y) -> same(x, y, tolerance));
    }
    return Objects.equals(a, b);
  }

  private interface Comparison {
    boolean holds(@Nullable Object a, @Nullable Object b);
  }

  private static boolean pairwise(List<?> a, List<?> b, Comparison same) {
    return a.size() == b.size()
        && IntStream.range(0, a.size()).allMatch(i -> same.holds(a.get(i), b.get(i)));
  }

  /// The largest finite modulus in a value; 0 when there is none.
  private static double size(@Nullable Object value) {
    return switch (value) {
      case Double x -> Double.isFinite(x) ? Math.abs(x) : 0;
      case List<?> list -> list.stream().mapToDouble(Plain::size).max().orElse(0);
      case null, default -> 0;
    };
  }

  /// The same value with ten digits of each number, for a file or a key.
  static @Nullable Object rounded(@Nullable Object value) {
    return switch (value) {
      case Double x when Double.isFinite(x) -> new BigDecimal(x).round(DIGITS).doubleValue() + 0.0;
      case List<?> list -> {
        List<@Nullable Object> all = new ArrayList<>();
        list.forEach(each -> all.add(rounded(each)));
        yield all;
      }
      case null, default -> value;
    };
  }

  /// Plain data that was written as JSON: there, what is no finite number is a bare word.
  static @Nullable Object read(@Nullable Object value) {
    return switch (value) {
      case String word when NO_NUMBERS.contains(word) -> Double.valueOf(word);
      case List<?> list -> {
        List<@Nullable Object> all = new ArrayList<>();
        list.forEach(each -> all.add(read(each)));
        yield all;
      }
      case null, default -> value;
    };
  }
}
