package longrange.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradeCommandTest {
  /// Such a name clears the screen, breaks the line and turns the rest of it round.
  @Test
  void aNameThatATerminalWouldObeyIsShownInstead() {
    assertEquals(
        "\u241b[2J.csv, a b.csv, \ufffdvsc.csv",
        GradeCommand.names(List.of("\u001b[2J.csv", "a\nb.csv", "\u202evsc.csv")));
  }

  @Test
  void manyNamesAreCounted() {
    assertEquals(
        "a, a, a, a, a, a, a, a, a, a and 90 more",
        GradeCommand.names(Collections.nCopies(100, "a")));
  }
}
