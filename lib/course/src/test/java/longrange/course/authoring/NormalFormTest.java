package longrange.course.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalFormTest {
  private static final String NORMAL =
      new NotebookFile()
          .markdown("a", "# ∂h \"quoted\" \\ a\n\nb\ttab")
          .code("b", Map.of("tags", List.of("instructor")), "f();\ng(1.50e-3);")
          .json();

  /// As somebody's JupyterLab would save it after a run with another kernel.
  private static final String RUN =
      """
      {"nbformat": 4, "nbformat_minor": 4,
       "metadata": {"kernelspec": {"name": "java", "display_name": "Java", "language": "java"},
                    "language_info": {"name": "java", "version": "25"}, "widgets": {"state": {}}},
       "cells": [
        {"source": "# \\u2202h \\"quoted\\" \\\\ a\\r\\n\\nb\\ttab\\n", "id": "a",
         "cell_type": "markdown", "metadata": {}},
        {"cell_type": "code", "id": "b", "execution_count": 7,
         "metadata": {"scrolled": true, "execution": {"n": -1.5e3, "t": [true, null, {}]},
                      "tags": ["instructor"]},
         "outputs": [{"output_type": "stream", "name": "stdout", "text": ["\\u001b[31m9"]}],
         "source": ["f();\\n", "g(1.50e-3);"]}
       ]}
      """;

  @Test
  void whatWasRunAndHowItLookedIsGone() {
    assertEquals(NORMAL, NormalForm.of(RUN));
  }

  @Test
  void theNormalFormOfANormalFormIsItself() {
    assertEquals(NORMAL, NormalForm.of(NORMAL));
  }

  @Test
  void valuesOfOtherMetadataStayAsTheyAre() {
    String tagged =
        RUN.replace("\"tags\"", "\"x\": [1.50, -2e10, true, null, \"\\u0007/\"], \"tags\"");
    String normal = NormalForm.of(tagged).replaceAll("\\s+", "");
    assertTrue(normal.contains("\"x\":[1.50,-2e10,true,null,\"\\u0007/\"]"), normal);
  }

  @Test
  void anEmptyCellHasNoLines() {
    String normal =
        NormalForm.of("{\"cells\":[{\"cell_type\":\"raw\",\"id\":\"c\",\"source\":\"\"}]}");
    assertTrue(normal.contains("\"source\": []"), normal);
  }

  @Test
  void whatIsNoNotebookIsRefusedInASentence() {
    assertEquals(
        "This is no notebook of format 4: it has no cells.",
        assertThrows(IllegalArgumentException.class, () -> NormalForm.of("[1]")).getMessage());
    assertEquals(
        "This is not JSON from its line 2 on.",
        assertThrows(IllegalArgumentException.class, () -> NormalForm.of("{\"a\":\nnul}"))
            .getMessage());
    assertEquals(
        "Cell 1 has no id: save the notebook in JupyterLab 4 once.",
        assertThrows(
                IllegalArgumentException.class,
                () -> NormalForm.of("{\"cells\": [{\"cell_type\": \"code\"}]}"))
            .getMessage());
  }

  @Test
  void aFileCutOffAnywhereIsRefusedInASentence() {
    for (int length = 0; length < NORMAL.length() - 2; length++) {
      String cut = NORMAL.substring(0, length);
      assertThrows(IllegalArgumentException.class, () -> NormalForm.of(cut), cut);
    }
  }
}
