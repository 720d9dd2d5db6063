package longrange.classroom;

import static longrange.classroom.Planted.ending;
import static longrange.classroom.RightAnswers.with;
import static longrange.classroom.RightAnswers.withBody;

import java.util.List;
import longrange.grading.Status;

/// Answers to 3.1 that are out for something else, or behave as if.
final class HostileAnswers {
  /// A text that must never be seen on a page: what an attacker read, or hidden inputs.
  static final String STOLEN = "root:x:0:0";

  private HostileAnswers() {}

  static final List<Planted> ALL =
      List.of(
          doing("endless loop", "while (true) { }", Status.TIMEOUT),
          doing("System.exit", "System.exit(0); return null;", Status.CRASH),
          halt(),
          doing(
              "fills the heap",
              "var all = new java.util.ArrayList<long[]>();\nwhile (true) all.add(new long[1 << 20]);",
              Status.MEMORY,
              Status.CRASH),
          doing(
              "floods standard output",
              "while (true) System.out.println(\"x\".repeat(1000));",
              Status.OUTPUT),
          doing(
              "thread bomb",
              "while (true) new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); }).start();",
              Status.CRASH,
              Status.MEMORY,
              Status.WRONG),
          doing(
              "starts programs",
              "try { new ProcessBuilder(\"/bin/sh\", \"-c\", \"(sh $0 &) ; sh $0\").start(); return null; } catch (java.io.IOException e) { throw new IllegalStateException(e.getMessage()); }",
              Status.WRONG,
              Status.CRASH),
          doing(
              "reads the list of users",
              "try { throw new IllegalStateException(java.nio.file.Files.readString(java.nio.file.Path.of(\"/etc/passwd\"))); } catch (java.io.IOException e) { throw new IllegalStateException(e.getMessage()); }",
              Status.WRONG),
          doing(
              "asks the network",
              "try (var s = new java.net.Socket(\"127.0.0.1\", 22)) { return w; } catch (java.io.IOException e) { throw new IllegalStateException(e.getMessage()); }",
              Status.WRONG),
          doing(
              "another value each time",
              "double[][] r = new double[w.length][w.length];\nr[0][0] = new java.util.Random().nextDouble();\nreturn r;",
              Status.UNSTABLE),
          doing("returns null", "return null;", Status.WRONG),
          doing(
              "echoes what it is given",
              "throw new IllegalStateException(\"given \" + java.util.Arrays.deepToString(w) + java.util.Arrays.deepToString(states));",
              Status.WRONG),
          doing("never-ending recursion", "return product(w, states);", Status.WRONG),
          doing(
              "markup in its message",
              "throw new IllegalStateException(\"<script>alert(1)</script><img src=x onerror=alert(2)>\\u001b[31m\");",
              Status.WRONG),
          ending(
              "3.1",
              "uses the library",
              with(
                  "3.1",
                  "int n = w.length;\n    double[][] j",
                  "int n = longrange.linalg.Matrices.class.hashCode() == 0 ? 0 : w.length;\n    double[][] j"),
              Status.REJECTED),
          ending(
              "3.1",
              "nested too deeply",
              withBody("3.1", "return " + "(".repeat(20_000) + "w" + ")".repeat(20_000) + ";"),
              Status.COMPILE),
          still(
              "writes like a test report",
              "System.out.println(\"Tests run: 5, Failures: 0\");\n    System.err.println(\"::error::x\");"),
          still(
              "leaves a thread",
              "new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); }).start();"));

  private static Planted doing(String name, String body, Status... expected) {
    return ending("3.1", name, withBody("3.1", body), expected);
  }

  private static Planted halt() {
    String source =
        RightAnswers.of("3.1")
            .replaceFirst(
                "\\{\n",
                "{\n  static { if (System.nanoTime() != 0) Runtime.getRuntime().halt(0); }\n\n");
    return ending("3.1", "halts when it is loaded", source, Status.CRASH);
  }

  /// Right all the same.
  private static Planted still(String name, String before) {
    String start = "int n = w.length;\n    double[][] j";
    return ending("3.1", name, with("3.1", start, before + "\n    " + start), Status.OK).worth(2);
  }
}
