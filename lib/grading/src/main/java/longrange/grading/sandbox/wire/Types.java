package longrange.grading.sandbox.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The types whose values travel, by name: a name that the other side sends must not load just any
/// class here.
///
/// @param loader knows the contracts
public record Types(ClassLoader loader) {
  private static final String CONTRACTS = "longrange.exercises.";
  private static final String FUNCTIONS = "java.util.function.";

  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "boolean", boolean.class,
          "byte", byte.class,
          "short", short.class,
          "char", char.class,
          "int", int.class,
          "long", long.class,
          "float", float.class,
          "double", double.class);

  private static final Set<Class<?>> PLAIN =
      Set.of(
          Object.class,
          String.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Character.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          Number.class,
          CharSequence.class,
          List.class,
          Set.class,
          Map.class);

  private static final Set<Class<?>> MORE_FUNCTIONS =
      Set.of(Runnable.class, java.util.concurrent.Callable.class, java.util.Comparator.class);

  /// Whether values of a class travel.
  boolean travels(Class<?> type) {
    Class<?> element = element(type);
    return element.isPrimitive()
        || PLAIN.contains(element)
        || isOurs(element)
        || isFunction(element);
  }

  /// Whether an object travels as a handle when it is asked for as this type.
  boolean isFunction(Class<?> type) {
    return type.isInterface()
        && (isOurs(type) || type.getName().startsWith(FUNCTIONS) || MORE_FUNCTIONS.contains(type));
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith(CONTRACTS);
  }

  private static Class<?> element(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.componentType();
    }
    return element;
  }

  /// The class of a name as {@link Class#getTypeName} writes it: `double[][]`.
  Class<?> byName(@Nullable String name) throws Violation {
    if (name == null || name.length() > 200) {
      throw new Violation("a type has a name");
    }
    String element = name.replace("[]", "");
    Class<?> type = PRIMITIVES.getOrDefault(element, null);
    if (type == null) {
      type = load(element);
    }
    for (int length = element.length(); length < name.length(); length += "[]".length()) {
      type = type.arrayType();
    }
    return type;
  }

  private Class<?> load(String name) throws Violation {
    if (name.startsWith(CONTRACTS) || name.startsWith("java.")) {
      try {
        Class<?> type = Class.forName(name, false, loader);
        if (travels(type)) {
          return type;
        }
      } catch (ClassNotFoundException | LinkageError e) {
        throw new Violation("a type is one of the contracts or of the JDK");
      }
    }
    throw new Violation("a type is one of those that travel");
  }
}
