package longrange.kernel.run;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// The question that every method and every loop of cell code asks: am I to stop?
///
/// Java can no longer stop a thread from outside. So [Weaver] puts a call of [#check] at the start
/// of each method of a cell and before each jump backwards.
///
/// While nobody is to be stopped the question is a call site with an empty target, which the
/// compiler removes: a student's product of two 300 by 300 matrices takes 4.3 ms, as in plain Java.
/// With a volatile flag it took 26 ms, since a loop that reads one is not vectorised. Setting the
/// site's target discards the compiled loops that are running; they go on where they were, with the
/// question in them.
public final class StopCheck {
  private static final List<Order> ORDERS = new CopyOnWriteArrayList<>();

  private static final MethodHandle NOTHING = MethodHandles.empty(methodType(void.class));
  private static final MethodHandle OBEY = obeyHandle();
  private static final MutableCallSite SITE = new MutableCallSite(NOTHING);
  private static final MethodHandle QUESTION = SITE.dynamicInvoker();

  private StopCheck() {}

  private static MethodHandle obeyHandle() {
    try {
      return MethodHandles.lookup().findStatic(StopCheck.class, "obey", methodType(void.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// Called by cell code.
  public static void check() throws Throwable {
    QUESTION.invokeExact();
  }

  // UnusedMethod: called through its handle.
  @SuppressWarnings("UnusedMethod")
  private static void obey() {
    Thread thread = Thread.currentThread();
    Strand strand = Strand.current();
    for (Order order : ORDERS) {
      if (order.covers(strand, thread)) {
        throw new CellStopped();
      }
    }
  }

  /// Stops all code of `cell`.
  static Order stop(Cell cell) {
    return give(new Order((strand, thread) -> strand.belongsTo(cell)));
  }

  /// Stops all cell code that runs on `target` or on threads it started.
  static Order stop(Thread target) {
    return give(new Order((strand, thread) -> thread.equals(target) || strand.comesFrom(target)));
  }

  private static synchronized Order give(Order order) {
    ORDERS.add(order);
    ask(OBEY);
    return order;
  }

  /// Drops the orders whose last thread has ended: until then each check is a little dearer.
  static synchronized void forgetEnded() {
    ORDERS.removeIf(Order::isOver);
    if (ORDERS.isEmpty()) {
      ask(NOTHING);
    }
  }

  private static void ask(MethodHandle target) {
    if (!SITE.getTarget().equals(target)) {
      SITE.setTarget(target);
      MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }
  }

  /// An order to stop, in force until the threads it was given for have ended.
  static final class Order {
    private final BiPredicate<Strand, Thread> target;

    /// Whom it is still for; null while it is being carried out. Only then does it also hold for
    /// threads of the common pool, which belong to nobody: what they do of cell code just then is
    /// the parallel streams of the code that is to stop.
    private volatile @Nullable List<Thread> left;

    private Order(BiPredicate<Strand, Thread> target) {
      this.target = target;
    }

    private boolean covers(@Nullable Strand strand, Thread thread) {
      return strand == null
          ? left == null && thread instanceof ForkJoinWorkerThread
          : target.test(strand, thread);
    }

    /// Leaves the order in force for those of `threads` that may still come back to cell code.
    void leave(List<Thread> threads) {
      left = threads;
      forgetEnded();
    }

    private boolean isOver() {
      List<Thread> known = left;
      return known != null && known.stream().noneMatch(Thread::isAlive);
    }
  }
}
