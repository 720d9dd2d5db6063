package longrange.catalogue;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.grading.Contract;

/// The calls that the visible tests make on an answer that passes them, to be made again on others.
final class Calls {
  private record Call(Method method, List<Object> arguments) {}

  private static final MathContext DIGITS = new MathContext(9);

  private final List<Call> calls = new ArrayList<>();

  private Calls() {}

  static Calls ofVisibleTests(Contract contract) {
    Calls recorded = new Calls();
    Object reference = Marking.reference(contract);
    Class<?> type = contract.type();
    Object recorder =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              List<Object> given = arguments == null ? List.of() : List.of(arguments);
              recorded.calls.add(new Call(method, given.stream().map(Calls::copy).toList()));
              return called(method, reference, given);
            });
    Marking.visibleTests().check(contract, recorder.getClass(), () -> recorder);
    return recorded;
  }

  /// What an answer returns or throws at each call, and what it leaves of the arguments, in words.
  List<String> replayed(Object answer) {
    List<String> outcomes = new ArrayList<>();
    for (Call call : calls) {
      List<Object> given = call.arguments().stream().map(Calls::copy).toList();
      String outcome;
      try {
        outcome = words(called(call.method(), answer, given));
      } catch (Throwable thrown) {
        outcome = thrown.getClass().getSimpleName();
      }
      outcomes.add(outcome + " leaving " + given.stream().map(Calls::words).toList());
    }
    return outcomes;
  }

  private static Object called(Method method, Object answer, List<Object> arguments)
      throws Throwable {
    try {
      return method.invoke(answer, arguments.toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static Object copy(Object value) {
    if (!value.getClass().isArray()) {
      return value;
    }
    int length = Array.getLength(value);
    Object copy = Array.newInstance(value.getClass().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(copy, i, copy(Array.get(value, i)));
    }
    return copy;
  }

  private static String words(Object value) {
    if (value.getClass().isArray()) {
      Stream<String> entries =
          IntStream.range(0, Array.getLength(value)).mapToObj(i -> words(Array.get(value, i)));
      return entries.toList().toString();
    }
    return value instanceof Double x && Double.isFinite(x)
        ? new BigDecimal(x).round(DIGITS).stripTrailingZeros().toString()
        : value.toString();
  }
}
