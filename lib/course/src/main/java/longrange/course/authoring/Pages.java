package longrange.course.authoring;

import java.util.Map;

/// The two notebooks of a chapter's exercises.
record Pages(Chapter chapter, DefaultImports imports) {
  private static final String HOW_IT_WORKS =
      """
      Under each statement stands a cell with a class to complete: put your code in place of \
      `throw new Todo(…)`, run the cell, then run the `check` cell below it. \
      The check says what it tried, what came back and what was expected; it runs the visible tests, \
      and a few more are graded on submission. \
      An answer may use the JDK and nothing else, and its helpers stand inside its class.\
      """;

  /// With skeletons and hints.
  NotebookFile exercises() {
    NotebookFile page = begun("Exercises for chapter", HOW_IT_WORKS);
    for (Exercise exercise : chapter.exercises()) {
      String id = id(exercise);
      statement(page, exercise);
      page.markdown(id + "-hints", hints(exercise.answer()));
      answer(page, exercise, exercise.skeletonCell(imports));
    }
    return page;
  }

  /// With the reference answers.
  NotebookFile solved() {
    NotebookFile page =
        begun(
            "Solved exercises of chapter",
            "The reference answers. Each is one way of several: what counts is the statement.");
    for (Exercise exercise : chapter.exercises()) {
      statement(page, exercise);
      page.markdown(
          id(exercise) + "-explanation",
          "**How the answer works.** " + exercise.answer().explanation());
      answer(page, exercise, exercise.solvedCell(imports));
    }
    return page;
  }

  private NotebookFile begun(String kind, String text) {
    return new NotebookFile()
        .markdown(
            "title", "# %s %d: %s\n\n%s".formatted(kind, chapter.number(), chapter.title(), text));
  }

  private static void statement(NotebookFile page, Exercise exercise) {
    Statement statement = exercise.statement();
    page.markdown(
        id(exercise) + "-statement",
        "## %s %s\n\n*%d points, including those graded on submission*\n\n%s"
            .formatted(statement.id(), statement.title(), statement.points(), statement.text()));
  }

  private static String hints(Answer answer) {
    return """
    <details>
    <summary>Hint 1</summary>

    %s

    </details>

    <details>
    <summary>Hint 2, when the first was not enough</summary>

    %s

    </details>\
    """
        .formatted(answer.hints().get(0), answer.hints().get(1));
  }

  private static void answer(NotebookFile page, Exercise exercise, String source) {
    page.code(id(exercise) + "-answer", role(exercise, "answer"), source);
    page.code(
        id(exercise) + "-check",
        role(exercise, "check"),
        "check(new %s());".formatted(exercise.answerName()));
  }

  private static Map<String, Object> role(Exercise exercise, String role) {
    return Map.of("longrange", Map.of("exercise", exercise.statement().id(), "role", role));
  }

  /// `exercise-3-1`: cell ids stay the same from one generation to the next.
  private static String id(Exercise exercise) {
    return "exercise-" + exercise.statement().id().replace('.', '-');
  }
}
