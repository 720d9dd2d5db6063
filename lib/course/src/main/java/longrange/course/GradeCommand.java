package longrange.course;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import longrange.course.grade.HiddenGraders;
import longrange.course.grade.ProgressLine;
import longrange.course.grade.Stopping;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Exercises;
import longrange.grading.Graders;
import longrange.grading.Status;
import longrange.grading.classroom.Assignment;
import longrange.grading.classroom.ClassResults;
import longrange.grading.classroom.ClassRun;
import longrange.grading.classroom.Conditions;
import longrange.grading.classroom.Grading;
import longrange.grading.classroom.OtherRun;
import longrange.grading.reports.Characters;
import longrange.grading.reports.ItemAnalysis;
import longrange.grading.reports.Reports;
import longrange.grading.reports.Words;
import longrange.grading.sandbox.Isolation;
import longrange.grading.sandbox.Limits;
import longrange.grading.sandbox.Sandbox;
import longrange.grading.submissions.SubmissionFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./course grade DIR --out OUT`: a class's submissions, from the download to the grades.
@Command(
    name = "grade",
    description = "Grades a class: a folder with one file or folder per student.")
final class GradeCommand implements Callable<Integer> {
  private final Tree tree;
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description =
          "What the students handed in: .ipynb, .java or .zip, as Moodle, Canvas or Gradescope"
              + " gives it, or a file or folder named after each student.")
  private @Nullable Path folder;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      required = true,
      description = "Where the results go. A run that was stopped goes on there.")
  private @Nullable Path out;

  @Option(
      names = "--isolation",
      paramLabel = "HOW",
      defaultValue = "bwrap",
      description =
          "What keeps answers from doing harm: bwrap (bubblewrap), rlimits (limits only), none."
              + " Every result says which.")
  private String isolation = "";

  @Option(
      names = "--only",
      paramLabel = "EXERCISE",
      split = ",",
      description = "The exercises (3.1,3.2) or chapters (3) to grade; all without.")
  private List<String> only = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Draws the right answers that run a second time.")
  private long seed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many answers are graded at once; one per core without.")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      description = "The computing time of one test; 15 without.")
  private @Nullable Integer seconds;

  GradeCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path submissions = existing(folder);
    Path results = results(out);
    if (results.equals(submissions)) {
      throw Refusal.usage(
          "--out is the folder of the submissions, where all is graded: name another one.");
    }
    Isolation chosen = isolation();
    if (jobs < 1) {
      throw Refusal.usage(
          "--jobs is " + jobs + ": at least one answer has to be graded at a time.");
    }
    Assignment assignment = assignment();
    SubmissionFolder handedIn = SubmissionFolder.read(submissions, results);
    if (handedIn.submissions().isEmpty()) {
      throw Refusal.usage(
          "There is nothing to grade in %s: it needs a file or a folder for each student."
              .formatted(submissions));
    }
    if (!handedIn.left().isEmpty()) {
      terminal.say("Not taken for submissions: " + names(handedIn.left()));
    }
    makeWritable(results);
    return grade(assignment, chosen, handedIn, results);
  }

  private int grade(
      Assignment assignment, Isolation chosen, SubmissionFolder handedIn, Path results)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    ProgressLine progress = new ProgressLine(terminal, System::nanoTime);
    Checker checker = Checker.standard().withGraders(assignment.graders());
    Limits limits = limits();
    Conditions conditions = Conditions.of(assignment, chosen, seed, limits);
    Sandbox.Setup setup =
        new Sandbox.Setup(chosen, limits, tree.made().resolve("sandbox"), jobs, seed);
    try (Sandbox sandbox = open(setup)) {
      Grading grading = new Grading(assignment, answer -> sandbox.grade(answer, checker));
      ClassRun run = new ClassRun(grading, conditions, jobs, progress);
      try (Stopping _ = new Stopping(terminal, progress, run::stop, sandbox::close);
          ClassResults all = run.run(handedIn, results)) {
        terminal.status("writing the pages");
        ItemAnalysis analysis = Reports.write(all, results);
        return said(analysis, handedIn, results, Duration.ofNanos(System.nanoTime() - begun));
      }
    } catch (OtherRun e) {
      throw Refusal.usage(e.why());
    } catch (FileSystemException e) {
      throw isIn(results, e) ? notWritable(results, e) : Refusal.of(e);
    }
  }

  private static boolean isIn(Path results, FileSystemException e) {
    return e.getFile() != null && Path.of(e.getFile()).startsWith(results);
  }

  /// Students choose names of files, and a terminal obeys what is in some.
  static String names(List<String> names) {
    int most = 10;
    String shown =
        names.stream()
            .limit(most)
            .map(name -> Characters.visible(name).replaceAll("[\\n\\t]", " "))
            .collect(Collectors.joining(", "));
    return names.size() > most ? shown + " and " + (names.size() - most) + " more" : shown;
  }

  /// A machine without bubblewrap is told how to get it, and what less there is.
  private static Sandbox open(Sandbox.Setup setup) throws IOException {
    try {
      return Sandbox.open(setup);
    } catch (IllegalStateException e) {
      boolean less = setup.isolation() == Isolation.BWRAP && Isolation.RLIMITS.available();
      throw Refusal.machine(
          e.getMessage() + (less ? " For answers you trust: --isolation rlimits." : ""));
    }
  }

  private int said(ItemAnalysis analysis, SubmissionFolder handedIn, Path results, Duration time) {
    int failed = analysis.count(Status.INFRA);
    terminal.say(
        "Graded %s in %d s. The pages: %s"
            .formatted(
                Words.count(handedIn.submissions().size(), "student", "students"),
                time.toSeconds(),
                tree.shown(results.resolve("index.html"))));
    if (failed > 0) {
      terminal.say(
          "%s could not be graded; the same command tries again."
              .formatted(Words.count(failed, "answer", "answers")));
      return Refusal.FAILED;
    }
    return 0;
  }

  /// On the clock an answer has four times as long, for machines that are busy.
  private Limits limits() {
    Limits usual = Limits.standard();
    if (seconds == null) {
      return usual;
    }
    if (seconds < 1) {
      throw Refusal.usage("--time is " + seconds + ": a test needs at least a second.");
    }
    return usual.withTimes(Duration.ofSeconds(seconds), Duration.ofSeconds(4L * seconds));
  }

  private static Path existing(@Nullable Path folder) {
    if (folder == null || folder.toString().isEmpty() || !Files.isDirectory(folder)) {
      throw Refusal.usage(
          "There is no folder " + folder + ". Unpack the download first, then name its folder.");
    }
    return folder.toAbsolutePath().normalize();
  }

  private static Path results(@Nullable Path out) {
    if (out == null || (Files.exists(out) && !Files.isDirectory(out))) {
      throw Refusal.usage(out + " is a file: --out needs a folder.");
    }
    return out.toAbsolutePath().normalize();
  }

  /// Before an hour of grading, and not after it.
  private static void makeWritable(Path results) {
    try {
      Files.createDirectories(results);
      Files.delete(Files.createTempFile(results, "grade", ""));
    } catch (IOException e) {
      throw notWritable(results, e);
    }
  }

  private static Refusal notWritable(Path results, IOException e) {
    return Refusal.isDiskFull(String.valueOf(e.getMessage()))
        ? Refusal.of(e)
        : Refusal.usage(
            "The folder %s cannot be written: name another folder with --out.".formatted(results));
  }

  private Isolation isolation() {
    return Stream.of(Isolation.values())
        .filter(each -> each.label().equals(isolation.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            Refusal.usage("--isolation is bwrap, rlimits or none, and not " + isolation + "."));
  }

  private Assignment assignment() throws IOException {
    List<Contract> exercises =
        Exercises.all().stream().filter(each -> only.isEmpty() || chosen(each)).toList();
    for (String name : only) {
      if (exercises.stream().noneMatch(each -> named(each, name))) {
        String known = Exercises.all().stream().map(Contract::id).collect(Collectors.joining(", "));
        throw Refusal.usage("There is no exercise " + name + ". There are: " + known + ".");
      }
    }
    Graders visible = Graders.installed();
    List<Class<?>> hidden =
        HiddenGraders.withVisible(tree).classes().stream()
            .filter(each -> !visible.classes().contains(each))
            .toList();
    return new Assignment(exercises, visible, new Graders(hidden));
  }

  private boolean chosen(Contract contract) {
    return only.stream().anyMatch(name -> named(contract, name));
  }

  private static boolean named(Contract contract, String name) {
    return contract.id().equals(name) || contract.id().startsWith(name + ".");
  }
}
