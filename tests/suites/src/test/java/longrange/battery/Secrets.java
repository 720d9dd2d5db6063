package longrange.battery;

import static longrange.battery.Hostile.answer;
import static longrange.battery.Hostile.witness;
import static longrange.grading.Status.OK;
import static longrange.grading.Status.WRONG;

import java.util.List;
import longrange.grading.Outcome;
import longrange.grading.TestResult;
import longrange.grading.sandbox.Graded;

/// Attempts to learn what an answer must not know. Each prints `LEAK` when it succeeds.
final class Secrets {
  private static final String LOAD =
      """
      for (String name : new String[] {%s}) {
        for (ClassLoader loader : new ClassLoader[] {
            ClassLoader.getSystemClassLoader(), getClass().getClassLoader(),
            Thread.currentThread().getContextClassLoader(),
            TransientWitness.class.getClassLoader()}) {
          try {
            System.out.println("LEAK " + Class.forName(name, false, loader));
          } catch (ClassNotFoundException e) {
            System.out.println("TRIED");
          }
        }
      }
      """;

  private static final String OPEN =
      """
      for (String name : new String[] {%s}) {
        try (var files = Files.walk(Path.of(name), 1)) {
          System.out.println("LEAK " + files.toList());
        } catch (IOException | UncheckedIOException e) {
          System.out.println("TRIED");
        }
      }
      """;

  private Secrets() {}

  static List<Hostile> all() {
    return List.of(
        witness(
                "34",
                "looks for the tests",
                LOAD.formatted(
                    """
                    "longrange.graders.ch03.TransientWitnessTest",
                    "longrange.graders.hidden.ch03.TransientWitnessHiddenTest",
                    "longrange.grading.Checker", "org.junit.jupiter.api.Test"\
                    """),
                OK)
            .findsNothing(),
        witness(
                "34b",
                "looks into every jar that it can read",
                """
                for (String jar : System.getProperty("jdk.module.path").split(":")) {
                  try (var zip = new java.util.zip.ZipFile(jar)) {
                    zip.stream().map(e -> e.getName()).filter(n -> !n.startsWith("longrange/exercises/"))
                        .filter(n -> !n.startsWith("longrange/grading/sandbox/wire/"))
                        .filter(n -> !n.startsWith("longrange/grading/sandbox/student/"))
                        .filter(n -> !n.equals("module-info.class"))
                        .forEach(n -> System.out.println("LEAK " + n));
                    System.out.println("TRIED");
                  }
                }
                """,
                OK)
            .findsNothing(),
        witness(
                "34c",
                "searches the start-up cache for the tests",
                """
                // Once a process: on a busy machine each call would take too long.
                if (System.setProperty("searched", "yes") == null) {
                  byte[] cache = Files.readAllBytes(Path.of("/course/student.aot"));
                  String text = new String(cache, java.nio.charset.StandardCharsets.ISO_8859_1);
                  for (String word : List.of("longrange/graders", "longrange.graders", "HiddenTest",
                      "longrange/solutions", "longrange/catalogue")) {
                    System.out.println(text.contains(word) ? "LEAK " + word : "TRIED");
                  }
                }
                """,
                OK)
            .findsNothing(),
        witness(
                "35",
                "looks for the solutions",
                LOAD.formatted(
                    """
                    "longrange.solutions.ch03.MyTransientWitness",
                    "longrange.catalogue.Catalogue"\
                    """),
                OK)
            .findsNothing(),
        witness(
                "36",
                "looks for the others' submissions",
                OPEN.formatted('"' + Grading.submissions().toString() + '"')
                    + """
                    try (var files = Files.walk(Path.of("/"), 2)) {
                      files.map(Path::toString).filter(f -> f.endsWith(".ipynb") || f.endsWith(".java"))
                          .forEach(f -> System.out.println("LEAK " + f));
                    } catch (UncheckedIOException e) {
                      System.out.println("TRIED");
                    }
                    """,
                OK)
            .findsNothing(),
        witness(
                "37",
                "looks at /etc and at homes",
                OPEN.formatted(
                    """
                    "/etc/passwd", "/etc/shadow", "/etc/hostname", "/root", "/home", "/work", "/var",
                    "/opt", "/srv", "/mnt", "/boot", "/sys", "/run", "/usr/bin/sh", "/bin/sh"\
                    """),
                OK)
            .findsNothing(),
        witness(
                "38",
                "reads the environment",
                """
                System.getenv().keySet().stream().filter(k -> !Set.of("LANG", "PWD").contains(k))
                    .forEach(k -> System.out.println("LEAK " + k));
                for (File process : new File("/proc").listFiles()) {
                  try {
                    String text = Files.readString(process.toPath().resolve("environ"));
                    if (text.contains("HOME=") || text.contains("JAVA_HOME=")) {
                      System.out.println("LEAK " + process + " " + text);
                    }
                  } catch (IOException e) {
                    // no process, or none of ours
                  }
                }
                System.out.println("TRIED");
                """,
                OK)
            .findsNothing(),
        witness(
                "39",
                "looks for the grader in /proc",
                """
                for (File process : new File("/proc").listFiles()) {
                  try {
                    String text = Files.readString(process.toPath().resolve("cmdline"));
                    if (text.contains("junit") || text.contains("surefire") || text.contains("hidden")) {
                      System.out.println("LEAK " + process + " " + text);
                    }
                  } catch (IOException e) {
                    // no process
                  }
                }
                for (String name : List.of("root", "cwd", "fd", "mem", "maps")) {
                  Path grader = Path.of("/proc/%d/" + name);
                  System.out.println(Files.exists(grader) ? "LEAK " + grader : "TRIED");
                }
                """
                    .replace("%d", String.valueOf(ProcessHandle.current().pid())),
                OK)
            .findsNothing(),
        witness(
                "40",
                "looks for a network",
                """
                for (var each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                  if (!each.isLoopback()) System.out.println("LEAK " + each);
                }
                System.out.println("TRIED");
                """,
                OK)
            .findsNothing(),
        witness(
                "41",
                "connects to a service of this machine",
                """
                try (Socket socket = new Socket()) {
                  socket.connect(new InetSocketAddress("127.0.0.1", %d), 1000);
                  System.out.println("LEAK " + socket);
                } catch (IOException e) {
                  System.out.println("TRIED " + e);
                }
                """
                    .formatted(Grading.service()),
                OK)
            .findsNothing(),
        witness(
                "42",
                "asks for a name",
                """
                try {
                  System.out.println("LEAK " + InetAddress.getByName("example.org"));
                } catch (UnknownHostException e) {
                  System.out.println("TRIED");
                }
                """,
                OK)
            .findsNothing(),
        answer(
                "43",
                "throws what it was given",
                "3.2",
                """
                import longrange.exercises.ch03.*;

                class MySpectralNorm implements SpectralNorm {
                  public double norm(double[][] a) {
                    throw new IllegalStateException("INPUT " + java.util.Arrays.deepToString(a));
                  }
                }
                """,
                WRONG)
            .unless("the visible tests show it", graded -> said(graded, false).contains("INPUT"))
            .unless("no hidden test shows it", graded -> !said(graded, true).contains("INPUT")),
        witness(
                "44",
                "looks at who called it",
                """
                for (var frame : Thread.currentThread().getStackTrace()) {
                  String name = frame.getClassName();
                  if (name.contains("junit") || name.contains("graders") || name.contains("Checker")) {
                    System.out.println("LEAK " + frame);
                  }
                }
                System.out.println("TRIED");
                """,
                OK)
            .findsNothing());
  }

  private static String said(Graded graded, boolean hidden) {
    StringBuilder said = new StringBuilder();
    for (TestResult test : graded.verdict().tests()) {
      boolean ran = test.outcome() != Outcome.NOT_RUN;
      if (ran && test.grader().startsWith("longrange.graders.hidden.") == hidden) {
        said.append(test.message());
      }
    }
    return said.toString();
  }
}
