package longrange.grading.diagnosis;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The calls that tests make on an answer, and what comes back: arguments and results are copied as
/// they are at that moment.
///
/// A test that calls too often or with too much is recorded up to there.
public final class Recording {
  private static final int CALLS = 1_000;

  private final Class<?> contract;
  private final Map<String, List<Call>> tests = new ConcurrentHashMap<>();

  /// @param contract the interface through which tests see the answer
  public Recording(Class<?> contract) {
    this.contract = contract;
  }

  /// The answer as one test is to see it: the same to every call, and each is recorded.
  ///
  /// @param test the test's key
  public Object of(Object answer, String test) {
    List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    tests.put(test, calls);
    Room room = new Room();
    return Proxy.newProxyInstance(
        contract.getClassLoader(),
        new Class<?>[] {contract},
        (_, method, arguments) -> {
          @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
          boolean recorded = method.getDeclaringClass() != Object.class && room.left();
          return recorded
              ? recorded(calls, room, answer, method, given)
              : answered(answer, method, given);
        });
  }

  /// The calls of a test that has ended; none where it never saw the answer.
  public List<Call> calls(String test) {
    List<Call> calls = tests.getOrDefault(test, List.of());
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  private static @Nullable Object recorded(
      List<Call> calls, Room room, Object answer, Method method, @Nullable Object[] given)
      throws Throwable {
    @Nullable Object[] copies = new Object[given.length];
    for (int i = 0; i < given.length; i++) {
      copies[i] = Copies.of(given[i]);
    }
    Object before = Plain.of(given);
    Object came = null;
    try {
      Object result = answered(answer, method, given);
      came = Plain.of(result);
      return result;
    } catch (Throwable e) {
      came = Plain.thrown(e);
      throw e;
    } finally {
      Object left = Reply.leftOf(before, Plain.of(given));
      if (room.take(Arrays.asList(before, came))) {
        calls.add(new Call(method, copies, new Reply(came, left)));
      }
    }
  }

  private static @Nullable Object answered(
      Object answer, Method method, @Nullable Object[] arguments) throws Throwable {
    try {
      return method.invoke(answer, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /// What a test may still put on record.
  private static final class Room {
    private int calls = CALLS;
    private long values = Plain.VALUES;

    synchronized boolean left() {
      return calls > 0 && values > 0;
    }

    /// Takes the room of a value; after the first that does not fit there is none left.
    synchronized boolean take(@Nullable Object plain) {
      calls--;
      values -= count(plain);
      return values >= 0;
    }

    private static long count(@Nullable Object plain) {
      return plain instanceof List<?> list ? 1 + list.stream().mapToLong(Room::count).sum() : 1;
    }
  }
}
