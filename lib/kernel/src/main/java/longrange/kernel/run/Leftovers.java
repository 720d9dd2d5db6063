package longrange.kernel.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Names the threads that would not stop: where they are, and what they cost.
final class Leftovers {
  private static final int SAMPLE_MS = 50;

  private Leftovers() {}

  /// The threads of a group that are alive.
  static List<Thread> threads(ThreadGroup group) {
    Thread[] found = new Thread[group.activeCount() + 8];
    return List.of(Arrays.copyOf(found, group.enumerate(found)));
  }

  static List<String> describe(List<Thread> threads) {
    if (threads.isEmpty()) {
      return List.of();
    }
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long[] before = threads.stream().mapToLong(t -> clock.getThreadCpuTime(t.threadId())).toArray();
    sample();
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < threads.size(); i++) {
      Thread thread = threads.get(i);
      long used = clock.getThreadCpuTime(thread.threadId()) - before[i];
      if (thread.isAlive()) {
        sentences.add(describe(thread, Math.max(0, used) / (SAMPLE_MS * 1e6)));
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
    int depth = 0;
    while (depth < stack.length && !stack[depth].getClassName().startsWith("REPL.")) {
      depth++;
    }
    if (stack.length == 0 || depth == 0) {
      return "the cell's own code";
    }
    StackTraceElement call = stack[depth == stack.length ? 0 : depth - 1];
    return call.getClassName() + "." + call.getMethodName();
  }

  private static void sample() {
    try {
      Thread.sleep(SAMPLE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
