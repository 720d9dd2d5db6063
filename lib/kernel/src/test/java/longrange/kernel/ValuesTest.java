package longrange.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import longrange.kernel.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a cell's last line shows.
class ValuesTest {
  private static Client kernel;

  @BeforeAll
  static void start() throws Exception {
    kernel = Client.start();
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 + 1 | 2
          "text" | text
          null | null
          (String) null | null
          new int[] {1, 2, 3} | [1, 2, 3]
          new String[] {"a", null} | [a, null]
          new int[][] {{1}, {2, 3}} | [[1], [2, 3]]
          new boolean[0] | []
          new char[] {'x'} | [x]
          List.of(1, 2) | [1, 2]
          IntStream.range(0, 1000).toArray() | [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, …, 997, 998, 999] (1000 elements)
          """)
  void aValueIsShown(String code, String text) {
    Answer answer = kernel.run(code);
    assertEquals("ok", answer.status(), answer.error());
    assertEquals(text, answer.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.out.print(1)",
        "int x = 5;",
        "x = 6",
        "void f() {}",
        "class A {}",
        "",
        "// nothing",
        "import java.util.*;",
        "for (int i = 0; i < 2; i++) {}"
      })
  void whatHasNoValueShowsNothing(String code) {
    kernel.run("int x = 5;");
    Answer answer = kernel.run(code);
    assertEquals("ok", answer.status(), answer.error());
    assertEquals(0, answer.all("execute_result").size());
  }

  @Test
  void aMatrixIsATable() {
    Answer answer = kernel.run("new double[][] {{1, 0.5}, {-2, 1e-9}}");
    assertEquals(
        "double[2][2]\n            1     0.500000\n           -2  1.00000e-09", answer.value());
    String html = answer.value("text/html");
    assertTrue(html.contains("<table>") && html.contains(">0.500000</td>"), html);
  }

  @Test
  void aLargeMatrixIsCutAndItsShapeSaid() {
    String text = kernel.run("new double[500][300]").value();
    assertTrue(text.startsWith("double[500][300]"), text);
    assertEquals(22, text.lines().count());
    assertTrue(text.contains("…") && text.contains("⋮"), text);
  }

  @Test
  void raggedAndMissingRowsAreShownToo() {
    assertTrue(
        kernel
            .run("new double[][] {{1}, null, {2, 3}}")
            .value()
            .contains("rows of different length"));
  }
}
