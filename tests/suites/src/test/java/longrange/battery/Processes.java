package longrange.battery;

import static longrange.battery.Hostile.witness;
import static longrange.grading.Status.CRASH;
import static longrange.grading.Status.MEMORY;
import static longrange.grading.Status.OK;
import static longrange.grading.Status.TIMEOUT;

import java.util.List;

/// Attacks on the clock and on the machine's processes.
final class Processes {
  /// A program that outlives its parent if it can. There is no shell and no `sleep` in the sandbox,
  /// but a JDK has programs that wait for their user.
  private static final String ORPHAN =
      """
      Process orphan = new ProcessBuilder(System.getProperty("java.home") + "/bin/jshell",
          "-R-Dlongrange.orphan=%d").start();
      System.out.println("STARTED " + orphan.pid());
      """
          .formatted(ProcessHandle.current().pid());

  private Processes() {}

  static List<Hostile> all() {
    return List.of(
        witness("1", "endless loop", "while (Math.sin(0) == 0) {}", TIMEOUT),
        witness("2", "sleeps", "Thread.sleep(100_000_000);", TIMEOUT).slowly(),
        witness(
                "3",
                "deadlock with itself",
                "Thread t = new Thread(() -> { while (true) Thread.onSpinWait(); });"
                    + " t.setDaemon(true); t.start(); t.join();",
                TIMEOUT)
            .slowly(),
        witness("4", "System.exit(0)", "System.exit(0);", CRASH),
        witness("5", "Runtime.halt(0)", "Runtime.getRuntime().halt(0);", CRASH),
        witness("6", "exit in a static initialiser", "static { System.exit(0); }", "", CRASH),
        witness(
            "7",
            "loop in a static initialiser",
            "static { while (Math.sin(0) == 0) {} }",
            "",
            TIMEOUT),
        witness(
            "8",
            "a shutdown hook that hangs",
            "static { Runtime.getRuntime().addShutdownHook(new Thread(() -> {"
                + " while (true) Thread.onSpinWait(); })); }",
            "",
            OK),
        witness(
            "9",
            "leaves a thread behind",
            "static boolean left;",
            "if (!left) new Thread(() -> { while (true) Thread.onSpinWait(); }).start();"
                + " left = true;",
            OK),
        witness(
            "10",
            "leaves a daemon behind",
            "static Thread t;",
            "if (t == null) { t = new Thread(() -> { while (true) Thread.onSpinWait(); });"
                + " t.setDaemon(true); t.start(); }",
            OK),
        witness("11", "thread bomb", Bombs.THREADS, CRASH),
        witness(
                "12",
                "virtual-thread bomb",
                "while (true) Thread.startVirtualThread(() -> {"
                    + " try { Thread.sleep(100_000_000); } catch (InterruptedException e) {} });",
                TIMEOUT,
                MEMORY)
            .slowly(),
        witness("13", "fork bomb", Bombs.PROCESSES, CRASH),
        witness(
                "13c",
                "forks by every means that Java has",
                """
                for (String how : List.of("FORK", "VFORK", "POSIX_SPAWN")) {
                  System.setProperty("jdk.lang.Process.launchMechanism", how);
                  try {
                    System.out.println("LEAK " + new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java", "-version").start().pid());
                  } catch (IOException e) {
                    System.out.println("TRIED " + how);
                  }
                }
                """,
                OK)
            .findsNothing(),
        witness(
            "13b",
            "fork bomb that never gives up",
            "while (true) { try { " + Bombs.PROCESSES + " } catch (Throwable t) {} }",
            TIMEOUT,
            CRASH,
            MEMORY),
        witness("14", "a process that outlives it", ORPHAN, CRASH)
            .unless("it started one", graded -> !graded.output().contains("STARTED"))
            .unlike("no process is left", "none can be started, and to try ends the answer"),
        witness(
                "15",
                "swallows every interrupt",
                "while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) {} }",
                TIMEOUT)
            .slowly());
  }
}
