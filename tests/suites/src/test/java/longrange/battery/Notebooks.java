package longrange.battery;

import static longrange.grading.Status.MISSING;
import static longrange.grading.Status.OK;
import static longrange.grading.Status.TODO;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import longrange.grading.Status;

/// Notebooks that were changed on their way here.
final class Notebooks {
  private static final String IMPORT = "import longrange.exercises.ch03.*;\n";
  private static final String RIGHT =
      "class MyTransientWitness implements TransientWitness {"
          + " public double[][] matrix() { return %s; } }";

  private Notebooks() {}

  static List<Hostile> all() {
    String right = RIGHT.formatted("new double[][] " + Hostile.WITNESS);
    return List.of(
        notebook("65", "the answer cell was deleted", MISSING, cell("", IMPORT)),
        notebook("66", "all metadata was lost", OK, cell("", IMPORT), cell("", right)).earning(4),
        notebook(
                "74",
                "a helper stands in another answer cell",
                OK,
                cell(
                    "3.3",
                    IMPORT
                        + "static double[][] witness() { return new double[][] "
                        + Hostile.WITNESS
                        + "; }"),
                cell("3.4", RIGHT.formatted("witness()")))
            .earning(4),
        notebook("99", "the answer cell is blank", TODO, cell("3.4", "// nothing\n")).earning(0));
  }

  private static Map<String, Object> cell(String answers, String source) {
    Map<String, Object> ours =
        answers.isEmpty()
            ? Map.of()
            : Map.of("longrange", Map.of("exercise", answers, "role", "answer"));
    return Map.of("cell_type", "code", "metadata", ours, "source", List.of(source));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private static Hostile notebook(
      String number, String what, Status expected, Map<String, Object>... cells) {
    Map<String, Object> notebook =
        Map.of(
            "nbformat",
            4,
            "nbformat_minor",
            5,
            "metadata",
            Map.of(),
            "cells",
            Arrays.asList(cells));
    try {
      String text = new ObjectMapper().writeValueAsString(notebook);
      return Hostile.answer(number, what, "3.4", text, expected).named("answers.ipynb");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
