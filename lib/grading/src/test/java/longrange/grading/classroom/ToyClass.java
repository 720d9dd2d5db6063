package longrange.grading.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import longrange.exercises.toy.Scale;
import longrange.exercises.toy.Total;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Graders;
import longrange.grading.Status;
import longrange.grading.Verdict;
import longrange.grading.extraction.Answer;
import longrange.grading.extraction.Compilation;
import longrange.grading.reports.Reports;
import longrange.grading.sandbox.Graded;
import longrange.grading.sandbox.Isolation;
import longrange.grading.sandbox.Limits;
import longrange.grading.submissions.SubmissionFolder;
import longrange.grading.submissions.Texts;

/// A small class that is graded in this process: its answers are trusted, and what is on trial is
/// the run around them. The tests of 0.1 are its hidden ones.
public final class ToyClass {
  /// The two toy exercises.
  public static final Assignment ASSIGNMENT = assignment();

  private static final Isolation HOW = Isolation.NONE;

  private static final Conditions USUAL = conditions(1);

  private final Path folder;

  /// @param folder where everything goes
  public ToyClass(Path folder) {
    this.folder = folder;
  }

  private static Assignment assignment() {
    List<Contract> exercises = List.of(Contract.of(Scale.class), Contract.of(Total.class));
    Graders all = Graders.installed();
    return new Assignment(exercises, all.of(exercises.get(1)), all.of(exercises.get(0)));
  }

  private static Conditions conditions(long seed) {
    return Conditions.of(ASSIGNMENT, HOW, seed, Limits.standard());
  }

  /// Hands in a file.
  public void handIn(String path, String text) {
    try {
      Path file = folder.resolve("in").resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Seven students of all kinds.
  static ToyClass seven(Path folder) {
    ToyClass toys = new ToyClass(folder);
    toys.handIn("right/MyTotal.java", Texts.TOTAL);
    toys.handIn("right/MyScale.java", Texts.SCALE);
    toys.handIn("wrong.java", Texts.total("sum + 1"));
    toys.handIn("blank.ipynb", Texts.notebook(Texts.TODO));
    toys.handIn("broken.java", Texts.total("sum +"));
    toys.handIn("damaged.ipynb", "{");
    toys.handIn("other.ipynb", Texts.notebook("int x = 1;"));
    toys.handIn("half (1).ipynb", Texts.notebook(Texts.SCALE));
    return toys;
  }

  static Graded inProcess(Answer answer) {
    Checker checker = Checker.standard().withGraders(ASSIGNMENT.graders());
    Verdict verdict =
        switch (Compilation.of(answer)) {
          case Compilation.Failed(Status status, String message) ->
              checker.notRun(answer.contract(), status, message);
          case Compilation.Compiled compiled -> compiled.check(checker);
        };
    return graded(verdict);
  }

  /// A verdict as a sandbox would give it.
  public static Graded graded(Verdict verdict) {
    return new Graded(verdict, HOW, 1, Optional.empty(), Duration.ZERO, "");
  }

  Path out(String name) {
    return folder.resolve(name);
  }

  /// Grades and writes the reports.
  void grade(String out) throws Exception {
    grade(out, ToyClass::inProcess, 2, 1);
  }

  /// The same with an examiner of one's own.
  public void grade(String out, Examiner examiner) throws Exception {
    grade(out, examiner, 2, 1);
  }

  void grade(String out, Examiner examiner, int jobs, long seed) throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    grade(SubmissionFolder.read(in, out(out)), out, examiner, jobs, seed);
  }

  /// The same with submissions that lie elsewhere.
  void grade(SubmissionFolder in, String out, Examiner examiner, int jobs, long seed)
      throws Exception {
    Conditions conditions = seed == 1 ? USUAL : conditions(seed);
    ClassRun run =
        new ClassRun(new Grading(ASSIGNMENT, examiner), conditions, jobs, (_, _, _) -> {});
    try (ClassResults results = run.run(in, out(out))) {
      Reports.write(results, out(out));
    }
  }

  /// All reports by their path, without the journal, whose order is that of the work.
  public SortedMap<String, String> reports(String out) {
    SortedMap<String, String> reports = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out(out))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith(ClassRun.JOURNAL)) {
          reports.put(out(out).relativize(file).toString(), Files.readString(file));
        }
      }
      return reports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
