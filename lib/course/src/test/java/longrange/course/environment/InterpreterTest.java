package longrange.course.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private static Optional<Integer> minor(String answer) {
    return Interpreter.parse(PYTHON, answer, true).map(Interpreter::minor);
  }

  @Test
  void theVersionsOfTheLockFileAreTaken() {
    assertEquals(Optional.of(10), minor("3 10\n"));
    assertEquals(Optional.of(14), minor("3 14\n"));
  }

  @Test
  void olderAndNewerOnesAreNotAndNeitherIsAnythingElse() {
    assertEquals(Optional.empty(), minor("3 9\n"));
    assertEquals(Optional.empty(), minor("3 15\n"));
    assertEquals(Optional.empty(), minor("2 7\n"));
    assertEquals(Optional.empty(), minor("pyenv: no such version"));
    assertEquals(Optional.empty(), minor(""));
  }

  @Test
  void aPythonIsAskedWhetherItCanMakeAnEnvironment(@TempDir Path folder) throws IOException {
    assertEquals(Optional.of(true), answering(folder, "echo 3 12").map(Interpreter::venv));
    assertEquals(Optional.of(false), answering(folder, "echo 3 12; exit 1").map(Interpreter::venv));
    assertEquals(Optional.empty(), answering(folder, "echo no such command; exit 127"));
    assertEquals(Optional.empty(), Interpreter.ask(folder.resolve("missing")));
  }

  private static Optional<Interpreter> answering(Path folder, String script) throws IOException {
    Path python = Files.writeString(folder.resolve("python3"), "#!/bin/sh\n" + script + "\n");
    assertTrue(python.toFile().setExecutable(true));
    return Interpreter.ask(python);
  }

  @Test
  void whatIsMissingIsNamedWithTheCommandThatInstallsIt() {
    assertTrue(
        Interpreter.lacking(List.of()).getMessage().contains("no Python 3.10 to 3.14"),
        Interpreter.lacking(List.of()).getMessage());
    String message = Interpreter.lacking(List.of(new Interpreter(PYTHON, 12, false))).getMessage();
    assertTrue(
        message.startsWith("Python 3.12 (/usr/bin/python3) lacks its venv module."), message);
    assertTrue(message.contains("install"), message);
  }
}
