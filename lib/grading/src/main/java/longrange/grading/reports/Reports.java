package longrange.grading.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import longrange.grading.classroom.ClassResults;

/// All reports of a class. The same results give the same bytes.
public final class Reports {
  /// The names of the files and the folder, as they are in the folder of results.
  public static final List<String> FILES =
      List.of(GradesCsv.FILE, ResultsJson.FILE, ClassPage.FILE, StudentPages.FOLDER);

  private Reports() {}

  /// Writes them.
  ///
  /// @param out the folder of results
  /// @return the totals
  public static ItemAnalysis write(ClassResults results, Path out) throws IOException {
    ItemAnalysis analysis = ItemAnalysis.of(results);
    try (Report grades = new GradesCsv(results, out);
        Report data = new ResultsJson(results, out);
        Report students = new StudentPages(results, out);
        Report overview = new ClassPage(results, analysis, out)) {
      List<Report> all = List.of(grades, data, students, overview);
      results.forEach(student -> {
        for (Report report : all) {
          report.student(student);
        }
      });
      for (Report report : all) {
        report.finish();
      }
    }
    return analysis;
  }
}
