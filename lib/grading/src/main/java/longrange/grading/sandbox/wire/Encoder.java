package longrange.grading.sandbox.wire;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Writes the values of one frame, and before them the shared objects that are new or have changed.
final class Encoder {
  private final Shared shared;
  private final Functions functions;
  private final Types types;
  private final Bounds bounds;
  private final Deque<Shared.Entry> fresh = new ArrayDeque<>();

  Encoder(Shared shared, Functions functions, Types types, Bounds bounds) {
    this.shared = shared;
    this.functions = functions;
    this.types = types;
    this.bounds = bounds;
  }

  private Writer part() {
    return new Writer(bounds.frame());
  }

  void write(Writer out, List<? extends @Nullable Object> values, List<Class<?>> as)
      throws Refused {
    Writer roots = part().number(values.size());
    for (int i = 0; i < values.size(); i++) {
      value(roots, values.get(i), as.get(i), 1);
    }
    Map<Shared.Entry, byte[]> contents = new LinkedHashMap<>();
    for (Shared.Entry known : shared.changeable()) {
      if (!fresh.contains(known)) {
        byte[] content = content(known);
        if (!Arrays.equals(content, known.content)) {
          contents.put(known, content);
        }
      }
    }
    while (!fresh.isEmpty()) {
      Shared.Entry entry = fresh.remove();
      contents.put(entry, content(entry));
    }
    out.number(contents.size());
    for (Map.Entry<Shared.Entry, byte[]> each : contents.entrySet()) {
      object(out, each.getKey(), each.getValue());
    }
    out.append(roots);
    contents.forEach((entry, content) -> entry.content = content);
    if (shared.kept() > bounds.kept()) {
      throw Refused.tooLarge(
          "The arrays that one call speaks of are larger than %d MB together."
              .formatted(bounds.kept() >> 20));
    }
  }

  private static void object(Writer out, Shared.Entry entry, byte[] content) throws Refused {
    int kind = Shared.kind(entry.object);
    out.number(entry.number).tag(kind).tag(entry.fixed ? 1 : 0);
    if (kind == Tag.ARRAY) {
      out.text(entry.object.getClass().componentType().getTypeName());
    }
    out.number(Shared.length(entry.object)).block(content);
  }

  /// What is in a shared object; other shared objects in it by their numbers.
  byte[] content(Shared.Entry entry) throws Refused {
    Writer out = part();
    int depth = entry.depth + 1;
    if (entry.object instanceof Collection<?> c) {
      for (Object each : new ArrayList<>(c)) {
        value(out, each, Object.class, depth);
      }
    } else if (entry.object instanceof Map<?, ?> m) {
      for (Map.Entry<?, ?> each : new ArrayList<>(m.entrySet())) {
        value(out, each.getKey(), Object.class, depth);
        value(out, each.getValue(), Object.class, depth);
      }
    } else if (entry.object instanceof Object[] a) {
      Class<?> as = a.getClass().componentType();
      for (Object each : a) {
        value(out, each, as, depth);
      }
    } else {
      out.entries(entry.object);
    }
    return out.toBytes();
  }

  private void value(Writer out, @Nullable Object value, Class<?> as, int depth) throws Refused {
    if (depth > bounds.depth()) {
      throw Refused.noData("The value is nested more than %d deep.".formatted(bounds.depth()));
    }
    if (plain(out, value) || value == null) {
      return;
    }
    if (value instanceof Enum<?> e && types.travels(e.getDeclaringClass())) {
      out.tag(Tag.ENUM).text(e.getDeclaringClass().getTypeName()).text(e.name());
    } else if (value instanceof Record r && types.travels(r.getClass())) {
      record(out, r, depth);
    } else {
      object(out, value, as, depth);
    }
  }

  /// Writes what has no parts.
  ///
  /// @return whether it was such a value
  private static boolean plain(Writer out, @Nullable Object value) throws Refused {
    if (value == null) {
      out.tag(Tag.NULL);
    } else if (value instanceof Boolean b) {
      out.tag(Tag.BOOLEAN).tag(b ? 1 : 0);
    } else if (value instanceof Byte b) {
      out.tag(Tag.BYTE).tag(b);
    } else if (value instanceof Short s) {
      out.tag(Tag.SHORT).number(s);
    } else if (value instanceof Character c) {
      out.tag(Tag.CHAR).number(c);
    } else if (value instanceof Integer i) {
      out.tag(Tag.INT).number(i);
    } else if (value instanceof Long l) {
      out.tag(Tag.LONG).wide(l);
    } else if (value instanceof Float f) {
      out.tag(Tag.FLOAT).number(Float.floatToIntBits(f));
    } else if (value instanceof Double d) {
      out.tag(Tag.DOUBLE).wide(Double.doubleToLongBits(d));
    } else if (value instanceof String s) {
      out.tag(Tag.STRING).text(s);
    } else {
      return false;
    }
    return true;
  }

  private void record(Writer out, Record record, int depth) throws Refused {
    RecordComponent[] components = record.getClass().getRecordComponents();
    out.tag(Tag.RECORD).text(record.getClass().getTypeName()).number(components.length);
    for (RecordComponent component : components) {
      try {
        component.getAccessor().setAccessible(true);
        Object value = component.getAccessor().invoke(record);
        value(out, value, component.getType(), depth + 1);
      } catch (ReflectiveOperationException e) {
        throw Refused.noData("The record %s cannot be read.".formatted(record.getClass()));
      }
    }
  }

  private void object(Writer out, Object value, Class<?> as, int depth) throws Refused {
    OptionalInt home = functions.home(value);
    if (home.isPresent()) {
      out.tag(Tag.HOME).number(home.getAsInt());
    } else if (Shared.isShared(value) && !types.isFunction(as)) {
      out.tag(Tag.SHARED).number(shared(value, depth).number);
    } else {
      Class<?> type = functionType(value, as);
      out.tag(Tag.FUNCTION).number(functions.number(value, type)).text(type.getTypeName());
    }
  }

  private Shared.Entry shared(Object value, int depth) throws Refused {
    Shared.Entry known = shared.find(value);
    if (known != null) {
      return known;
    }
    Class<?> type = value.getClass();
    if (type.isArray() && !types.travels(type)) {
      throw notData(type);
    }
    Shared.Entry entry = shared.add(value, depth);
    fresh.add(entry);
    return entry;
  }

  /// What a function is to the other side: what it is asked for as, or the first function type that
  /// it has. Anything is an Object.
  private Class<?> functionType(Object value, Class<?> as) throws Refused {
    if (types.isFunction(as)) {
      return as;
    }
    for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> each : type.getInterfaces()) {
        if (types.isFunction(each)) {
          return each;
        }
      }
    }
    throw notData(value.getClass());
  }

  private static Refused notData(Class<?> type) {
    return Refused.noData(
        "A value of type %s cannot be returned: only data and what the contract names."
            .formatted(type.getTypeName().replaceAll(".*[.$](?=.)", "")));
  }
}
