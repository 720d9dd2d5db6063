package longrange.course.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
