package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is said, and done, where the Vector API is not what it should be.
class BackendChoiceTest {
  /// Prints what hinders, then what a small product comes to with the kernels that were chosen.
  static final class Asked {
    private Asked() {}

    public static void main(String[] arguments) {
      System.out.println(BackendChoice.hindrance().orElse("nothing"));
      System.out.println(longrange.linalg.Kernels.chosen().name());
    }
  }

  @Test
  void withoutTheModulePlainJavaComputesAndTheSentenceNamesTheFlag() throws Exception {
    assertEquals(
        List.of(
            "the module jdk.incubator.vector is not loaded:"
                + " start java with --add-modules jdk.incubator.vector",
            "rows"),
        asked());
  }

  @Test
  void withoutTheOptimisingCompilerPlainJavaComputes() throws Exception {
    List<String> said = asked("--add-modules", "jdk.incubator.vector", "-XX:TieredStopAtLevel=1");
    assertTrue(said.getFirst().startsWith("Java runs without its optimising compiler C2"));
    assertEquals("rows", said.getLast());
  }

  @Test
  void withNarrowVectorsPlainJavaComputes() throws Exception {
    List<String> said = asked("--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=16");
    assertTrue(said.getFirst().startsWith("vectors are 128 bits wide here: need 256"));
    assertEquals("rows", said.getLast());
  }

  @Test
  void anOrdinaryRuntimeIsNotHindered() {
    assertEquals(Optional.empty(), BackendChoice.withoutOptimiser("mixed mode, sharing"));
    assertEquals(Optional.empty(), BackendChoice.tooNarrow(256));
  }

  /// What a Java runtime with these flags answers on its standard output.
  private static List<String> asked(String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Asked.class.getName()));
    Process java =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines =
        new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertEquals(0, java.waitFor());
    return lines;
  }
}
