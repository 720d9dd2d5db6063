package longrange.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import longrange.course.build.Lock;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import longrange.course.grade.HiddenGraders;
import longrange.course.student.Attempts;
import longrange.course.student.Mine;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Exercises;
import longrange.grading.Verdict;
import longrange.grading.extraction.Extraction;
import longrange.grading.extraction.UnreadableFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./course check 3.1`: the tests of one exercise on the student's answer.
@Command(name = "check", description = "Checks your answer to an exercise.")
final class CheckCommand implements Callable<Integer> {
  private final Tree tree;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "EXERCISE", description = "The exercise's number: 3.1")
  private String id = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      arity = "0..1",
      description = "A notebook or a .java file; your answer in mine/ without.")
  private @Nullable Path file;

  @Option(names = "--hidden", description = "Also the tests that are run on submission.")
  private boolean hidden;

  CheckCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Contract contract = Exercises.byId(id).orElseThrow(() -> unknown(id));
    Path answer = file == null ? mine(contract) : named(file);
    terminal.say("Checking " + tree.shown(answer));
    try {
      Checker checker = Checker.standard();
      Verdict verdict =
          Extraction.of(answer)
              .check(
                  contract,
                  hidden ? checker.withGraders(HiddenGraders.withVisible(tree)) : checker);
      terminal.say(verdict.toString());
      return verdict.passed() ? 0 : Refusal.FAILED;
    } catch (UnreadableFile e) {
      throw Refusal.failed(String.valueOf(e.getMessage()));
    }
  }

  private static Refusal unknown(String id) {
    String known = Exercises.all().stream().map(Contract::id).collect(Collectors.joining(", "));
    return Refusal.usage("There is no exercise " + id + ". There are: " + known + ".");
  }

  private static Path named(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Refusal.usage("There is no file " + file + ".");
    }
    return file.toAbsolutePath();
  }

  /// The answer in `mine/`, which is made where it is missing.
  private Path mine(Contract contract) throws IOException {
    Mine mine = new Mine(tree.root(), tree.mine());
    try (Lock _ = Lock.take(tree, terminal, "mine")) {
      mine.update(false);
    }
    Attempts attempts = Attempts.at(mine, contract.id(), contract.answerName());
    attempts.others().stream()
        .map(tree::shown)
        .forEach(other ->
            terminal.say(
                "There is an answer in " + other + " too; the one you changed last is checked."));
    return attempts
        .chosen()
        .orElseThrow(() ->
            Refusal.usage(
                "There is neither a skeleton nor a notebook of "
                    + contract.id()
                    + ": name a file."));
  }
}
