package longrange.course.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The form in which Jupyter itself would save the same notebook.
class NotebookFileTest {
  @Test
  void keysAreSortedLevelsAreOneBlankAndTextStaysReadable() {
    NotebookFile notebook =
        new NotebookFile()
            .markdown("a", "# ∂h \"quoted\" \\ a\n\nb")
            .code("b", Map.of("longrange", Map.of("role", "check", "exercise", "9.1")), "f();");
    assertEquals(
        """
        {
         "cells": [
          {
           "cell_type": "markdown",
           "id": "a",
           "metadata": {},
           "source": [
            "# ∂h \\"quoted\\" \\\\ a\\n",
            "\\n",
            "b"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "b",
           "metadata": {
            "longrange": {
             "exercise": "9.1",
             "role": "check"
            }
           },
           "outputs": [],
           "source": [
            "f();"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "display_name": "Java (Longrange)",
           "language": "java",
           "name": "longrange"
          },
          "language_info": {
           "name": "java"
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """,
        notebook.json());
  }
}
