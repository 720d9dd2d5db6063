package longrange.grading.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import longrange.grading.classroom.ClassResults;
import longrange.grading.classroom.ExerciseResult;
import longrange.grading.classroom.StudentResult;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// `grades.csv`: a row for each student, a score and a status for each exercise. Where there is no
/// score the cell is blank, and so is the total: it is not known yet.
final class GradesCsv implements Report {
  static final String FILE = "grades.csv";

  private final NewFile file;
  private final CSVPrinter rows;
  private final int points;

  GradesCsv(ClassResults results, Path out) throws IOException {
    file = new NewFile(out.resolve(FILE));
    rows = new CSVPrinter(file.writer(), CSVFormat.RFC4180);
    points = results.assignment().points();
    List<Object> header = new ArrayList<>(List.of("student", "id", "email"));
    results
        .assignment()
        .exercises()
        .forEach(each -> {
          header.add(each.id());
          header.add(each.id() + " status");
        });
    header.add("total");
    header.add("of");
    rows.printRecord(header);
  }

  @Override
  public void student(StudentResult result) throws IOException {
    List<Object> row = new ArrayList<>();
    row.add(neutral(result.student().name()));
    row.add(neutral(result.student().id()));
    row.add(neutral(result.student().email()));
    for (ExerciseResult exercise : result.exercises()) {
      row.add(number(exercise.score()));
      row.add(exercise.status());
    }
    row.add(number(result.total()));
    row.add(points);
    rows.printRecord(row);
  }

  private static String number(OptionalInt value) {
    return value.isPresent() ? String.valueOf(value.getAsInt()) : "";
  }

  /// A cell that a spreadsheet does not take for a formula: with one of these characters in front
  /// it would compute, or fetch from the network. An apostrophe makes it text. Control characters
  /// go, since a line break in a cell also begins one.
  static String neutral(String text) {
    String line = Characters.visible(text).replaceAll("[\\n\\t]", " ");
    return line.stripLeading().matches("(?s)[=+\\-@|%\uFF1D\uFF0B\uFF0D\uFF20].*")
        ? "'" + line
        : line;
  }

  @Override
  public void finish() throws IOException {
    rows.flush();
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
