package longrange.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import longrange.course.student.HandIn;
import longrange.course.student.Mine;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Exercises;
import longrange.grading.Status;
import longrange.grading.Verdict;
import longrange.grading.reports.Words;
import longrange.grading.submissions.Handed;
import longrange.grading.submissions.Student;
import longrange.grading.submissions.Submission;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./course submit 3`: the one file to hand in, opened and checked as grading will do it.
///
/// Nothing that is blank, wrong or missing keeps it from being written: it is said, and the student
/// decides.
@Command(name = "submit", description = "Writes the one file to hand in for a chapter.")
final class SubmitCommand implements Callable<Integer> {
  private final Tree tree;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "CHAPTER", description = "The chapter's number: 3")
  private String chapter = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the file goes; mine/chapter-3.zip without.")
  private @Nullable Path out;

  SubmitCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Contract> exercises = exercises();
    Mine mine = new Mine(tree.root(), tree.mine());
    mine.update(false);
    HandIn files = HandIn.of(mine, exercises);
    Path zip = zip();
    files.write(zip);
    terminal.say(
        "In it: "
            + files.files().stream().map(tree::shown).collect(Collectors.joining(", "))
            + ". As grading will see it, with the tests that you have:");
    List<Verdict> verdicts = verdicts(zip, exercises);
    verdicts.forEach(this::say);
    terminal.say(sentence(verdicts, zip));
    return 0;
  }

  private List<Contract> exercises() {
    String prefix = chapter.replaceFirst("^0+(?=.)", "") + ".";
    List<Contract> exercises =
        Exercises.all().stream().filter(contract -> contract.id().startsWith(prefix)).toList();
    if (exercises.isEmpty()) {
      String known =
          Exercises.all().stream()
              .map(contract -> contract.id().replaceFirst("\\..*", ""))
              .distinct()
              .collect(Collectors.joining(", "));
      throw Refusal.usage(
          "There are no exercises of a chapter " + chapter + ". There are of: " + known + ".");
    }
    return exercises;
  }

  private Path zip() {
    return out == null
        ? tree.mine().resolve("chapter-" + chapter.replaceFirst("^0+(?=.)", "") + ".zip")
        : out.toAbsolutePath();
  }

  private List<Verdict> verdicts(Path zip, List<Contract> exercises) throws IOException {
    Submission submission =
        new Submission(
            new Student("me", "me", "", ""),
            List.of(new Submission.Source(zip, String.valueOf(zip.getFileName()))));
    Path scratch = Files.createTempDirectory("longrange-submit");
    List<Verdict> verdicts = new ArrayList<>();
    try (Handed handed = Handed.open(submission, scratch, exercises)) {
      for (Contract contract : exercises) {
        terminal.flicker("checking " + contract.id());
        Handed.Choice choice = handed.answer(contract);
        verdicts.add(
            choice.extracted().check(contract, Checker.standard()).warned(choice.warnings()));
      }
    }
    return verdicts;
  }

  private void say(Verdict verdict) {
    Contract contract = verdict.contract();
    terminal.say("  %s  %-30s %s".formatted(contract.id(), contract.title(), state(verdict)));
    verdict.warnings().forEach(warning -> terminal.say("       note: " + warning));
  }

  private static String state(Verdict verdict) {
    String points =
        "%d of %s"
            .formatted(
                verdict.earned(),
                Words.count(verdict.visible(), "visible point", "visible points"));
    return switch (verdict.status()) {
      case OK -> "passes: " + points;
      case TODO -> "blank";
      case MISSING -> "missing: " + verdict.message();
      case WRONG ->
          "wrong: %s; ./course check %s says why".formatted(points, verdict.contract().id());
      default -> verdict.status().name().toLowerCase(Locale.ROOT) + ": " + verdict.message();
    };
  }

  private String sentence(List<Verdict> verdicts, Path zip) {
    long passed = verdicts.stream().filter(each -> each.status() == Status.OK).count();
    String rest = passed == verdicts.size() ? "" : " What does not is handed in as it is.";
    return "%d of %s %s every test that you have.%s Hand in this file: %s"
        .formatted(
            passed,
            Words.count(verdicts.size(), "exercise", "exercises"),
            passed == 1 ? "passes" : "pass",
            rest,
            tree.shown(zip));
  }
}
