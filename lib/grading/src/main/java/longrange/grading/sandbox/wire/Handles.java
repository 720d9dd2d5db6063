package longrange.grading.sandbox.wire;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What one end of a connection has handed out for the other to call, by number, and its stand-ins
/// for what the other has.
final class Handles implements Functions {
  /// Calls an object of the other side.
  @FunctionalInterface
  interface Caller {
    @Nullable Object call(int number, Method method, @Nullable Object[] arguments) throws Throwable;
  }

  /// An object that the other side may call, by the methods of one interface.
  record Exported(Object object, Class<?> as) {}

  private final Types types;
  private final boolean first;
  private final Caller caller;
  private final List<Exported> exported = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
  private final Map<Integer, Object> standIns = new HashMap<>();

  /// @param first whether this is the tests' side
  Handles(Types types, boolean first, Caller caller) {
    this.types = types;
    this.first = first;
    this.caller = caller;
  }

  @Override
  public int number(Object function, Class<?> as) throws Refused {
    Integer known = numbers.get(function);
    if (known != null && exported.get(known).as() == as) {
      return known;
    }
    // A function's own methods make new functions, as often as they are called.
    if (exported.size() >= Bounds.OBJECTS) {
      throw Refused.tooLarge("Too many functions are handed out.");
    }
    exported.add(new Exported(function, as));
    numbers.put(function, exported.size() - 1);
    return exported.size() - 1;
  }

  /// What was handed out under a number.
  synchronized Exported exported(int number) throws Violation {
    if (number < 0 || number >= exported.size()) {
      throw new Violation("an object is handed out before it is called");
    }
    return exported.get(number);
  }

  @Override
  public OptionalInt home(Object value) {
    return Proxy.isProxyClass(value.getClass())
            && Proxy.getInvocationHandler(value) instanceof Remote remote
            && remote.isOf(this)
        ? OptionalInt.of(remote.number())
        : OptionalInt.empty();
  }

  @Override
  public Object standIn(int number, Class<?> as) throws Violation {
    if (!types.isFunction(as) || standIns.size() >= Bounds.OBJECTS) {
      throw new Violation("a function has a type that travels");
    }
    Object known = standIns.get(number);
    if (as.isInstance(known)) {
      return known;
    }
    Object made =
        Proxy.newProxyInstance(types.loader(), new Class<?>[] {as}, new Remote(this, number));
    standIns.put(number, made);
    return made;
  }

  @Override
  public Object own(int number) throws Violation {
    return exported(number).object();
  }

  /// Stands for an object of the other side.
  // Identity is what is meant by the equality of functions.
  @SuppressWarnings("ReferenceEquality")
  private record Remote(Handles handles, int number) implements InvocationHandler {
    private static final @Nullable Object[] NONE = {};

    boolean isOf(Handles others) {
      return handles == others;
    }

    @Override
    public @Nullable Object invoke(
        Object standIn, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      @Nullable Object[] given = arguments == null ? NONE : arguments;
      boolean here = !handles.first && method.getDeclaringClass() == Object.class;
      return here ? own(standIn, method, given) : handles.caller.call(number, method, given);
    }

    /// What an answer learns of a function of the tests: that it is itself.
    private Object own(Object standIn, Method method, @Nullable Object[] given) {
      return switch (method.getName()) {
        case "equals" -> standIn == given[0];
        case "hashCode" -> number;
        default -> "a function of the test";
      };
    }
  }
}
