package longrange.battery;

import static longrange.battery.Hostile.answer;
import static longrange.battery.Hostile.witness;
import static longrange.grading.Status.MEMORY;
import static longrange.grading.Status.OK;
import static longrange.grading.Status.OUTPUT;
import static longrange.grading.Status.TIMEOUT;
import static longrange.grading.Status.WRONG;

import java.util.List;

/// Attacks on memory and on whoever reads the output.
final class Memory {
  private static final String UNSAFE =
      """
      var field = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      var unsafe = (sun.misc.Unsafe) field.get(null);
      """;

  private Memory() {}

  static List<Hostile> all() {
    return List.of(
        witness(
            "19",
            "fills the heap",
            "List<double[]> all = new ArrayList<>(); while (true) all.add(new double[100_000]);",
            MEMORY),
        witness(
            "20",
            "fills the heap and catches the error",
            "List<double[]> all = new ArrayList<>();"
                + " while (true) { try { all.add(new double[100_000]); } catch (Error e) {} }",
            MEMORY),
        witness(
            "22",
            "takes direct memory",
            "List<Object> all = new ArrayList<>();"
                + " while (true) all.add(java.nio.ByteBuffer.allocateDirect(1 << 20));",
            MEMORY),
        // Raw memory is refused to Java as a whole, so this is an exception like any other.
        witness(
                "23",
                "takes memory from the system by Unsafe",
                UNSAFE
                    + "while (true) { long p = unsafe.allocateMemory(1 << 26);"
                    + " unsafe.setMemory(p, 1 << 26, (byte) 1); }",
                WRONG)
            .unlike("MEMORY or CRASH", "raw memory is refused, so it is an exception"),
        witness(
                "23b",
                "takes memory from the system by the foreign function interface",
                """
                MethodHandle malloc = Linker.nativeLinker().downcallHandle(
                    Linker.nativeLinker().defaultLookup().find("malloc").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
                try {
                  while (true) {
                    long p = (long) malloc.invokeExact(1L << 26);
                    MemorySegment.ofAddress(p).reinterpret(1L << 26).fill((byte) 1);
                  }
                } catch (Throwable t) {
                  throw new IllegalStateException(t);
                }
                """,
                WRONG)
            .unlike("MEMORY or CRASH", "the C library is refused, so it is an exception"),
        witness("24", "calls itself for ever", "return matrix();", WRONG)
            .unless(
                "it gets no hint",
                graded -> graded.verdict().toString().contains("look for a recursion")),
        witness(
            "25",
            "floods standard output",
            "while (true) System.out.println(\"x\".repeat(100));",
            OUTPUT),
        witness(
            "26",
            "floods standard error",
            "while (true) System.err.println(\"x\".repeat(100));",
            OUTPUT),
        witness("27", "says a little on standard error", "System.err.println(\"working\");", OK),
        witness(
                "28",
                "fills the disk",
                "for (String f : List.of(\"/\", \"/tmp\", \"/dev/shm\", \".\"))"
                    + " try (var out = Files.newOutputStream(Path.of(f, \"big\"))) {"
                    + " while (true) out.write(new byte[1 << 20]); }"
                    + " catch (IOException e) { System.out.println(\"TRIED\"); }",
                OK)
            .unless("it wrote something", graded -> graded.output().split("TRIED", -1).length > 8)
            .unlike("CRASH", "no folder can be written, so nothing comes of it"),
        witness(
                "29",
                "makes a million files",
                "for (int i = 0; i < 1_000_000; i++) Files.createFile(Path.of(\"/tmp/f\" + i));",
                WRONG)
            .unlike("CRASH", "no folder can be written, so the first file is an exception"),
        witness("30", "returns 100 MB", "return new double[100][125_000];", OUTPUT),
        witness("33", "breaks the JVM", UNSAFE + "unsafe.putLong(0, 1);", WRONG)
            .unlike("CRASH", "raw memory is refused, so it is an exception"),
        answer(
            "21",
            "defines classes for ever",
            "3.4",
            """
            import java.util.*;
            import java.lang.reflect.Proxy;
            import longrange.exercises.ch03.*;

            class MyTransientWitness implements TransientWitness {
              public double[][] matrix() {
                List<Object> all = new ArrayList<>();
                while (true) {
                  ClassLoader loader = new ClassLoader(Runnable.class.getClassLoader()) {};
                  all.add(Proxy.newProxyInstance(loader, new Class<?>[] {Runnable.class},
                      (p, m, a) -> null));
                }
              }
            }
            """,
            MEMORY,
            TIMEOUT));
  }
}
