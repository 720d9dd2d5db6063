package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The warm-up on a backend that tells what it is asked for.
@Timeout(60)
class WarmUpTest {
  @Test
  void itSweepsEveryCellThereAndBackInBothPrecisionsAndEndsWithoutAWord() throws Exception {
    Set<String> swept = new ConcurrentSkipListSet<>();
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> thrown.add(e));
    try {
      WarmUp.begin(telling(swept::add)).join();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertEquals(List.of(), thrown);
    Set<String> all = new TreeSet<>();
    for (Wiring wiring : Wiring.values()) {
      for (String precision : List.of("64", "32")) {
        all.add(wiring + precision + " forward");
        all.add(wiring + precision + " backward");
      }
    }
    assertEquals(all, swept);
  }

  @Test
  void theFirstCallerComputesWhileItIsStillAtWork() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Backend backend =
        telling(_ -> {
          begun.countDown();
          awaited(mayGoOn);
        });
    Thread warmUp = WarmUp.begin(backend);
    begun.await();
    DMatrixRMaj one = new DMatrixRMaj(new double[][] {{1}});
    assertEquals(1, backend.times(one, false, one, false).get(0));
    assertTrue(warmUp.isAlive());
    assertTrue(warmUp.isDaemon(), "it would keep a program from ending");
    mayGoOn.countDown();
    warmUp.join();
    assertFalse(warmUp.isAlive());
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Plain Java that says which cell it computes, in which precision and direction.
  private static Backend telling(Consumer<String> listener) {
    return new Backend(
        "rows",
        telling(Arithmetic64.class, Units64.class, new RowArithmetic64(), "64", listener),
        telling(Arithmetic32.class, Units32.class, new RowArithmetic32(), "32", listener));
  }

  private static <A, U> A telling(
      Class<A> arithmetic, Class<U> units, A plain, String bits, Consumer<String> listener) {
    return proxy(
        arithmetic,
        plain,
        (method, arguments, result) -> {
          String cell = method.equals("units") ? arguments[0] + bits : "";
          return cell.isEmpty()
              ? result
              : proxy(
                  units,
                  units.cast(result),
                  (direction, _, none) -> {
                    listener.accept(cell + " " + direction);
                    return none;
                  });
        });
  }

  private interface Answer {
    Object after(String method, Object[] arguments, Object result);
  }

  private static <T> T proxy(Class<T> type, T behind, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) ->
                answer.after(method.getName(), arguments, method.invoke(behind, arguments))));
  }
}
