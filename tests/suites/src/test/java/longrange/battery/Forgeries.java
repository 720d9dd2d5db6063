package longrange.battery;

import static longrange.battery.Hostile.answer;
import static longrange.battery.Hostile.witness;
import static longrange.grading.Status.COMPILE;
import static longrange.grading.Status.OK;
import static longrange.grading.Status.REJECTED;
import static longrange.grading.Status.WRONG;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Attempts at points that no right value earns.
final class Forgeries {
  /// Calls a function of the C library with a file descriptor, for each that may be open.
  private static final String EACH_DESCRIPTOR =
      """
      Linker linker = Linker.nativeLinker();
      try {
        for (int fd = 3; fd < 40; fd++) {
          %s
        }
      } catch (Throwable t) {
        throw new IllegalStateException(t);
      }
      """;

  private static final String WRITE =
      EACH_DESCRIPTOR.formatted(
          """
          MethodHandle write = linker.downcallHandle(linker.defaultLookup().find("write").orElseThrow(),
              FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                  ValueLayout.JAVA_LONG));
          byte[] frame = {%s};
          MemorySegment bytes = Arena.global().allocateFrom(ValueLayout.JAVA_BYTE, frame);
          long unused = (long) write.invokeExact(fd, bytes, (long) frame.length);
          """);

  private Forgeries() {}

  static List<Hostile> all() {
    return List.of(
        witness(
                "46",
                "writes results",
                """
                for (String folder : List.of("/", "/tmp", ".", "/course", "%s")) {
                  for (String name : List.of("results.json", "grades.csv")) {
                    try {
                      Files.writeString(Path.of(folder, name), "{\\"score\\": 100}");
                    } catch (IOException e) {
                      // read-only
                    }
                  }
                }
                """
                    .formatted(Grading.workspace()),
                OK)
            .unless("results were written", _ -> noResults()),
        // The C library is refused to Java as a whole. What the tests make of frames that come all
        // the
        // same is shown in lib/grading, by a process that sends them.
        witness("47", "sends a frame of an unknown kind", WRITE.formatted("0, 0, 0, 1, 99"), WRONG)
            .earning(0),
        witness(
                "47b",
                "replies before it is asked",
                WRITE.formatted("0, 0, 0, 10, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0"),
                WRONG)
            .earning(0),
        witness("47c", "announces a frame of 2 GB", WRITE.formatted("127, -1, -1, -1, 1"), WRONG)
            .earning(0)
            .unlike("WRONG for the frame", "the C library is refused, so none is sent"),
        witness(
                "47d",
                "opens its own memory for writing",
                """
                try (RandomAccessFile memory = new RandomAccessFile("/proc/self/mem", "rw")) {
                  System.out.println("LEAK " + memory);
                } catch (IOException e) {
                  System.out.println("TRIED " + e);
                }
                """,
                OK)
            .findsNothing(),
        // Whoever has the all-powerful lookup may call the C library, and read what this process
        // knows of the connection.
        witness(
                "47e",
                "makes a lookup that may do anything",
                """
                try {
                  Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
                  Object one = factory.getMethod("getReflectionFactory").invoke(null);
                  var secret = MethodHandles.Lookup.class
                      .getDeclaredConstructor(Class.class, Class.class, int.class);
                  var open = (java.lang.reflect.Constructor<?>) factory
                      .getMethod("newConstructorForSerialization", Class.class,
                          java.lang.reflect.Constructor.class)
                      .invoke(one, MethodHandles.Lookup.class, secret);
                  var lookup = (MethodHandles.Lookup) open.newInstance(Object.class, null, -1);
                  lookup.findStatic(Module.class, "implAddEnableNativeAccessToAllUnnamed",
                      MethodType.methodType(void.class)).invoke();
                  System.out.println("LEAK " + lookup);
                } catch (Throwable e) {
                  System.out.println("TRIED " + e);
                }
                """,
                OK)
            .findsNothing(),
        witness(
                "47f",
                "calls what its process is made of",
                """
                ClassLoader around = TransientWitness.class.getClassLoader();
                try {
                  for (String name : List.of("wire.Peer", "wire.Line", "student.Main", "student.ShutDoors")) {
                    Class<?> type = Class.forName("longrange.grading.sandbox." + name, true, around);
                    for (var method : type.getDeclaredMethods()) {
                      try {
                        method.setAccessible(true);
                        System.out.println("LEAK " + method);
                      } catch (RuntimeException e) {
                        System.out.println("TRIED");
                      }
                    }
                  }
                  MethodHandles.privateLookupIn(TransientWitness.class, MethodHandles.lookup());
                  System.out.println("LEAK a lookup");
                } catch (ReflectiveOperationException e) {
                  System.out.println("TRIED " + e);
                }
                """,
                OK)
            .findsNothing(),
        // Java's own management can load agents, which may change any class.
        witness(
                "47g",
                "has its process managed",
                """
                var server = java.lang.management.ManagementFactory.getPlatformMBeanServer();
                try {
                  var name = new javax.management.ObjectName("com.sun.management:type=DiagnosticCommand");
                  for (String library : List.of("instrument", System.getProperty("java.home") + "/lib/libinstrument.so")) {
                    System.out.println("SAID " + server.invoke(name, "jvmtiAgentLoad",
                        new Object[] {new String[] {library, "/course/student.jar"}},
                        new String[] {String[].class.getName()}));
                  }
                } catch (javax.management.JMException e) {
                  System.out.println("TRIED " + e);
                }
                System.out.println("TRIED");
                """,
                OK)
            .findsNothing()
            .unless("an agent was loaded", graded -> !graded.output().contains("return code: 0")),
        // Whatever an answer says of itself has an end, also on the instructor's page.
        answer(
                "55b",
                "throws an exception with a name and a message without end",
                "3.4",
                """
                import longrange.exercises.ch03.*;

                class MyTransientWitness implements TransientWitness {
                  static class E%s extends RuntimeException {
                    E%s() { super("INPUT ".repeat(2_000_000)); }
                  }
                  public double[][] matrix() { throw new E%s(); }
                }
                """
                    .replace("%s", "x".repeat(200)),
                WRONG)
            .unless("it was not heard", graded -> graded.verdict().toString().contains("INPUT"))
            .unless(
                "all of it is kept",
                graded ->
                    graded.verdict().tests().stream()
                        .allMatch(each -> each.message().length() < 5_000)),
        // A class that the JVM refuses must not end the grading of the others.
        answer(
            "50d",
            "has a method with a name of the compiler's",
            "3.4",
            """
            import longrange.exercises.ch03.*;

            class MyTransientWitness implements TransientWitness {
              private static void lambda$matrix$0() {}
              public double[][] matrix() {
                Runnable r = () -> {};
                return new double[][] {{0.95, 2}, {0, 0.95}};
              }
            }
            """,
            COMPILE),
        answer(
            "50e",
            "is nested so deeply that the reader gives up",
            "3.4",
            """
            import longrange.exercises.ch03.*;

            class MyTransientWitness implements TransientWitness {
              public double[][] matrix() { return new double[][] {{0.95, 2}, {0, 0.95}}; }
            }
            boolean x = %strue;
            """
                .formatted("!".repeat(200_000)),
            COMPILE),
        // What it returns does not travel there, so nothing comes of it.
        witness(
                "48",
                "closes its standard streams",
                "System.in.close(); System.out.close(); System.err.close();",
                OK)
            .unlike("CRASH", "what an answer returns does not travel by its standard streams"),
        witness(
                "48b",
                "closes everything that is open",
                EACH_DESCRIPTOR.formatted(
                    """
                    MethodHandle close = linker.downcallHandle(
                        linker.defaultLookup().find("close").orElseThrow(),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
                    int unused = (int) close.invokeExact(fd);
                    """),
                WRONG)
            .unlike("CRASH", "the C library is refused, so nothing is closed"),
        answer(
            "49",
            "brings its own Assertions and Test",
            "3.4",
            """
            import longrange.exercises.ch03.*;

            class Assertions { static void assertEquals(Object a, Object b) {} static void fail(String s) {} }
            @interface Test {}
            class MyTransientWitness implements TransientWitness {
              public double[][] matrix() { return new double[][] {{9, 9}, {9, 9}}; }
            }
            """,
            WRONG),
        pack("50", "stands in JUnit's package", "org.junit.jupiter.api"),
        pack("50b", "stands in the JDK's package", "java.lang"),
        pack("50c", "stands in the contracts' package", "longrange.exercises.ch03"),
        witness(
            "52",
            "catches whatever is thrown",
            "try { throw new Error(); } catch (Throwable t) {}",
            OK),
        answer(
                "54",
                "is equal to everything",
                "3.4",
                """
                import longrange.exercises.ch03.*;

                class MyTransientWitness implements TransientWitness {
                  public double[][] matrix() { return new double[][] {{9, 9}, {9, 9}}; }
                  public boolean equals(Object other) { return true; }
                  public int hashCode() { return 0; }
                  public String toString() { return "OK"; }
                }
                """,
                WRONG)
            .earning(0));
  }

  private static Hostile pack(String number, String what, String name) {
    return answer(
        number,
        what,
        "3.4",
        """
        package %s;

        import longrange.exercises.ch03.*;

        public class MyTransientWitness implements TransientWitness {
          public double[][] matrix() { return new double[][] {{0.95, 2}, {0, 0.95}}; }
        }
        """
            .formatted(name),
        REJECTED);
  }

  private static boolean noResults() {
    return Stream.of(Path.of("/"), Path.of("/tmp"), Path.of("."), Grading.workspace())
        .flatMap(folder -> Stream.of("results.json", "grades.csv").map(folder::resolve))
        .noneMatch(Files::exists);
  }
}
