package longrange.grading.sandbox.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What travels of an exception: the names of its class and of that class's ancestors, a message,
/// where it was thrown, and its cause.
record Thrown(
    List<String> names,
    @Nullable String message,
    List<StackTraceElement> stack,
    @Nullable Thrown cause) {

  static Thrown of(Throwable thrown) {
    return of(thrown, 0);
  }

  /// The same without what only its own side may know: where it was thrown, and why.
  static Thrown withheld(Throwable thrown) {
    Thrown all = of(thrown, Bounds.CAUSES);
    return new Thrown(all.names, null, List.of(), null);
  }

  private static Thrown of(Throwable thrown, int depth) {
    List<String> names = new ArrayList<>();
    for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
      names.add(type.getName());
    }
    // The last ones are known on the other side, and stand for the whole.
    if (names.size() > Bounds.NAMES) {
      names.subList(1, names.size() - Bounds.NAMES + 1).clear();
    }
    Throwable cause = depth < Bounds.CAUSES ? cause(thrown) : null;
    return new Thrown(
        names,
        message(thrown),
        Arrays.stream(thrown.getStackTrace()).limit(Bounds.STACK).toList(),
        cause == null ? null : of(cause, depth + 1));
  }

  /// The class of the exception may be the answer's own, and its methods may do anything.
  private static @Nullable String message(Throwable thrown) {
    try {
      return thrown.getLocalizedMessage();
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  private static @Nullable Throwable cause(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  void write(Writer out) throws Refused {
    out.number(names.size());
    for (String name : names) {
      out.words(name, Bounds.NAME);
    }
    out.words(message).number(stack.size());
    for (StackTraceElement frame : stack) {
      out.words(frame.getClassName(), Bounds.NAME).words(frame.getMethodName(), Bounds.NAME);
      out.number(frame.getLineNumber());
    }
    out.tag(cause == null ? 0 : 1);
    if (cause != null) {
      cause.write(out);
    }
  }

  static Thrown read(Reader in) throws Violation {
    return read(in, 0);
  }

  private static Thrown read(Reader in, int depth) throws Violation {
    List<String> names = new ArrayList<>();
    for (int i = count(in, 4, Bounds.NAMES); i > 0; i--) {
      names.add(in.shortName());
    }
    String message = in.words(Bounds.TEXT);
    List<StackTraceElement> stack = new ArrayList<>();
    for (int i = count(in, 12, Bounds.STACK); i > 0; i--) {
      stack.add(new StackTraceElement(in.shortName(), in.shortName(), null, in.number()));
    }
    if (names.isEmpty() || depth > Bounds.CAUSES) {
      throw new Violation("an exception has a class, and causes to a limit");
    }
    return new Thrown(names, message, stack, in.tag() == 0 ? null : read(in, depth + 1));
  }

  private static int count(Reader in, int bytesEach, int most) throws Violation {
    int count = in.count(bytesEach);
    if (count > most) {
      throw new Violation("an exception has at most %d of these".formatted(most));
    }
    return count;
  }

  /// The exception again: of its own class where that is the JDK's or a contract's, else of the
  /// nearest ancestor that is.
  Throwable rebuilt(ClassLoader loader) {
    Throwable again =
        names.stream()
            .flatMap(name -> made(name, loader))
            .findFirst()
            .orElseGet(() -> new RuntimeException(message));
    again.setStackTrace(stack.toArray(StackTraceElement[]::new));
    if (cause != null) {
      try {
        again.initCause(cause.rebuilt(loader));
      } catch (IllegalStateException e) {
        // Its class wants no cause.
      }
    }
    return again;
  }

  private Stream<Throwable> made(String name, ClassLoader loader) {
    if (!name.startsWith("java.") && !name.startsWith("longrange.exercises.")) {
      return Stream.empty();
    }
    try {
      Class<?> type = Class.forName(name, false, loader);
      if (!Throwable.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
        return Stream.empty();
      }
      Constructor<?> constructor = type.getConstructor(String.class);
      return Stream.of((Throwable) constructor.newInstance(message));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      // No such class here, or none that can be made of a message: its ancestor will do.
      return Stream.empty();
    }
  }
}
