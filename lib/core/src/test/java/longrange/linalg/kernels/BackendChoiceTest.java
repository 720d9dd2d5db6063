package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import longrange.linalg.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is chosen, and what is said, in Java runtimes with other flags than this one.
class BackendChoiceTest {
  private static final String MODULE = "jdk.incubator.vector";

  @TempDir private Path folder;

  /// Asks for the kernels from three places, says what it got, and who is at work in the
  /// background.
  static final class Asked {
    private Asked() {}

    public static void main(String[] arguments) throws InterruptedException {
      ask();
      boolean warming =
          Thread.getAllStackTraces().keySet().stream()
              .anyMatch(
                  thread -> thread.getName().equals("longrange warm-up") && thread.isDaemon());
      ask();
      Thread other = new Thread(Asked::ask);
      other.start();
      other.join();
      System.out.println(warming ? "warming up" : "at rest");
    }

    private static void ask() {
      try {
        System.out.println(Kernels.chosen().name());
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void withoutTheModulePlainJavaComputesAndOneLineNamesTheFlag() throws Exception {
    Answer answer = ask();
    answer.is("rows");
    answer.says(
        "kernels: rows, for the module jdk.incubator.vector is not loaded:"
            + " start java with --add-modules jdk.incubator.vector");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xint",
        "-XX:TieredStopAtLevel=0",
        "-XX:TieredStopAtLevel=1",
        "-XX:TieredStopAtLevel=2",
        "-XX:TieredStopAtLevel=3",
        "-XX:CompilationMode=quick-only",
        "-XX:+NeverActAsServerClassMachine",
        "-XX:-UseCompiler"
      })
  void withoutTheOptimisingCompilerPlainJavaComputesAndOneLineNamesTheFlag(String flag)
      throws Exception {
    Answer answer = ask("--add-modules", MODULE, flag);
    answer.is("rows");
    answer.says(
        "kernels: rows, for Java runs without its optimising compiler C2: leave out " + flag);
  }

  @ParameterizedTest
  @CsvSource({"-XX:MaxVectorSize=16, amd64 aarch64", "-XX:UseAVX=1, amd64"})
  void withNarrowVectorsPlainJavaComputesAndOneLineNamesTheFlag(String flag, String processors)
      throws Exception {
    assumeHere(processors);
    Answer answer = ask("--add-modules", MODULE, flag);
    answer.is("rows");
    answer.says(
        "kernels: rows, for vectors are 128 bits wide here, and gain from 256 on: leave out "
            + flag);
  }

  /// Plain Java would be ten thousand times slower then: see [VirtualMachine#withoutMultiplyAdd].
  @ParameterizedTest
  @CsvSource({"-XX:UseAVX=0, amd64", "-XX:-UseFMA, amd64 aarch64"})
  void withoutMultiplyAddTheReferenceComputesAndOneLineNamesTheFlag(String flag, String processors)
      throws Exception {
    assumeHere(processors);
    Answer answer = ask("--add-modules", MODULE, flag);
    answer.is("ejml");
    answer.says(
        "kernels: ejml, for there is no fused multiply-add here, of which the fast kernels are"
            + " made: leave out "
            + flag);
  }

  private static void assumeHere(String processors) {
    String here = System.getProperty("os.arch");
    assumeTrue(
        processors.contains(here),
        () -> "a flag of %s, and this is %s".formatted(processors, here));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Dordinary", "-XX:-TieredCompilation", "-XX:CompilationMode=high-only"})
  void whereC2IsTheVectorApiComputesWarmsUpInTheBackgroundAndSaysNothing(String flag)
      throws Exception {
    var _ = EachBackend.VECTOR.here();
    Answer answer = ask("--add-modules", MODULE, flag);
    assertEquals(List.of("vector", "vector", "vector", "warming up"), answer.out);
    assertEquals(List.of(), answer.about("kernels: "));
  }

  @Test
  void aJavaWithoutManagementIsAskedByItsProperty() throws Exception {
    Answer answer =
        ask(
            "--limit-modules",
            "java.desktop,java.logging," + MODULE,
            "--add-modules",
            MODULE,
            "-XX:TieredStopAtLevel=1");
    answer.is("rows");
    assertEquals(
        1,
        answer
            .about(
                "kernels: rows, for Java runs without its optimising compiler C2: leave out what"
                    + " asks for a client's compiler (java.vm.info: mixed mode, emulated-client")
            .size(),
        () -> "said: " + answer.err);
  }

  @Test
  void kernelsThatCannotBeHadAreRefusedInASentenceEachTimeAnew() throws Exception {
    ask("-Dlongrange.kernels=vector")
        .is(
            "-Dlongrange.kernels=vector cannot be had, for the module jdk.incubator.vector is not"
                + " loaded: start java with --add-modules jdk.incubator.vector, or leave the"
                + " property out");
    ask("-Dlongrange.kernels=fast")
        .is(
            "-Dlongrange.kernels=fast names no kernels: use one of ejml, rows, vector, or leave it"
                + " out");
  }

  /// Both streams of a Java runtime.
  private record Answer(List<String> out, List<String> err) {
    void is(String each) {
      assertEquals(List.of(each, each, each, "at rest"), out);
    }

    void says(String line) {
      List<String> lines = about("kernels: ");
      assertEquals(1, lines.size(), () -> "said: " + err);
      assertTrue(lines.getFirst().endsWith(line), lines::getFirst);
    }

    List<String> about(String words) {
      return err.stream().filter(line -> line.contains(words)).toList();
    }
  }

  private Answer ask(String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Asked.class.getName()));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process java =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(java.waitFor(1, TimeUnit.MINUTES), "it does not end");
    assertEquals(0, java.exitValue(), Files.readString(err));
    return new Answer(
        Files.readAllLines(out, StandardCharsets.UTF_8),
        Files.readAllLines(err, StandardCharsets.UTF_8));
  }
}
