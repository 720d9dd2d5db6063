package longrange.kernel.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/// Names the threads that would not stop: where they are, and what they cost.
final class Leftovers {
  private static final long SAMPLE_NANOS = 50_000_000;

  private Leftovers() {}

  /// The threads of a group that are alive.
  static List<Thread> alive(ThreadGroup group) {
    Thread[] found = new Thread[group.activeCount() + 8];
    return List.of(Arrays.copyOf(found, group.enumerate(found)));
  }

  /// Those of them that are in the code of a cell.
  static List<Thread> of(ThreadGroup group) {
    return alive(group).stream().filter(t -> depth(t.getStackTrace()) >= 0).toList();
  }

  /// How many frames are above the cell's code; negative where there is none.
  private static int depth(StackTraceElement[] stack) {
    for (int i = 0; i < stack.length; i++) {
      if (stack[i].getClassName().startsWith("REPL.")) {
        return i;
      }
    }
    return -1;
  }

  static List<String> describe(List<Thread> threads) {
    if (threads.isEmpty()) {
      return List.of();
    }
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long[] before = threads.stream().mapToLong(t -> clock.getThreadCpuTime(t.threadId())).toArray();
    LockSupport.parkNanos(SAMPLE_NANOS);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < threads.size(); i++) {
      Thread thread = threads.get(i);
      long used = clock.getThreadCpuTime(thread.threadId()) - before[i];
      if (thread.isAlive()) {
        sentences.add(describe(thread, Math.max(0, (double) used) / SAMPLE_NANOS));
      }
    }
    return sentences;
  }

  private static String describe(Thread thread, double share) {
    String where = where(thread.getStackTrace());
    return share < 0.02
        ? String.format("Thread \"%s\" waits in %s.", thread.getName(), where)
        : String.format(
            Locale.ROOT,
            "Thread \"%s\" runs in %s and uses %.0f %% of a processor.",
            thread.getName(),
            where,
            100 * share);
  }

  /// The call of the cell's that does not return.
  private static String where(StackTraceElement[] stack) {
    int depth = depth(stack);
    return depth <= 0
        ? "the cell's own code"
        : stack[depth - 1].getClassName() + "." + stack[depth - 1].getMethodName();
  }
}
