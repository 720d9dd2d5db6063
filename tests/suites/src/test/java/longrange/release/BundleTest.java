package longrange.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import longrange.catalogue.Catalogue;
import longrange.catalogue.Entry;
import longrange.course.build.Jars;
import longrange.course.build.Tree;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Exercises;
import longrange.grading.Graders;
import longrange.grading.Status;
import longrange.grading.Verdict;
import longrange.grading.diagnosis.Diagnostics;
import longrange.grading.extraction.Extraction;
import longrange.grading.submissions.Handed;
import longrange.grading.submissions.Student;
import longrange.grading.submissions.Submission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One bundle, looked at and worked in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundleTest {
  private static final Path COURSE = Path.of("../..").toAbsolutePath().normalize();
  private static final int SAMPLE = 4;

  private Path folder = Path.of("");
  private MadeBundle bundle = new MadeBundle(Path.of(""), new Tree(COURSE));

  @BeforeAll
  void make(@TempDir Path temporary) throws IOException, InterruptedException {
    folder = temporary.toRealPath();
    bundle = MadeBundle.in(folder, COURSE);
  }

  @AfterAll
  void unlink() throws IOException {
    bundle.unlink();
  }

  private Secrets secrets() throws IOException {
    Secrets secrets = Secrets.none();
    for (Path jar : new Jars(bundle.whole()).hidden()) {
      Contents.entries(jar)
          .forEach((name, bytes) -> {
            if (name.endsWith(".class") && !name.endsWith("package-info.class")) {
              secrets.addName(name.replace(".class", "").replace('/', '.'));
              secrets.addContent(bytes);
            }
          });
    }
    Catalogue.all().forEach(entry -> secrets.addName(entry.type().getName()));
    secrets.addName("longrange.solutions.ch");
    return secrets;
  }

  @Test
  void nothingThatAStudentMustNotHaveIsInIt() throws IOException {
    Secrets secrets = secrets();
    assertTrue(secrets.words().size() > 100 && secrets.values().size() > 2, secrets::toString);
    Map<String, Set<String>> found = Contents.search(bundle.root(), secrets);
    // Made by running it, in other tests: JupyterLab and caches, in which any few bytes occur.
    found.keySet().removeIf(file -> file.startsWith(".course"));
    assertEquals(Map.of(), found);
  }

  /// The search would find them: it does in what the bundle is made from.
  @Test
  void theSearchFindsThemWhereTheyAre() throws IOException {
    Secrets secrets = secrets();
    Set<String> found = new TreeSet<>();
    Contents.search(bundle.whole().jars(), secrets).values().forEach(found::addAll);
    Set<String> missed = new TreeSet<>(secrets.words());
    missed.removeAll(found);
    missed.removeIf(word -> word.matches("longrange.solutions.ch"));
    assertEquals(Set.of(), missed);
    secrets.values().forEach(value -> assertTrue(found.contains(String.valueOf(value))));
    secrets.rows().forEach(row -> assertTrue(found.contains(row.toString()), row::toString));
    assertEquals(Set.of("0.957504024077269"), secrets.in("[ 0.9575040241 ]"));
    assertFalse(
        secrets
            .in(
                Files.readString(
                    COURSE.resolve(
                        "tests/hidden/src/main/java/longrange/graders/hidden/ch03/SpectralNormHiddenTest.java")))
            .isEmpty());
  }

  @Test
  void anInstructorsCellIsInNoNotebook() throws IOException {
    String original = Files.readString(COURSE.resolve("notebooks/03-the-jacobian-product.ipynb"));
    assertTrue(original.contains("\"instructor\""));
    try (Stream<Path> all = Files.walk(bundle.root())) {
      List<Path> notebooks = all.filter(file -> file.toString().endsWith(".ipynb")).toList();
      assertFalse(notebooks.isEmpty());
      for (Path notebook : notebooks) {
        String text = Files.readString(notebook);
        assertFalse(text.contains("\"instructor\"") || text.contains("**Instructor"), text);
      }
    }
  }

  @Test
  void itOffersAStudentsVerbsAndNoOthers() throws IOException, InterruptedException {
    MadeBundle.Result usage = bundle.course();
    Set<String> verbs = new TreeSet<>();
    usage
        .output()
        .lines()
        .filter(line -> line.matches("  [a-z]+ .*"))
        .forEach(line -> verbs.add(line.strip().replaceAll(" .*", "")));
    assertEquals(Set.of("check", "doctor", "lab", "run", "submit"), verbs);
    assertEquals(2, bundle.course("grade", ".", "--out", "x").code());
    for (String verb : verbs) {
      assertEquals(0, bundle.course(verb, "--help").code(), verb);
    }
  }

  @Test
  void doctorFindsThatItWorksWithoutMaven() throws IOException, InterruptedException {
    MadeBundle.Result doctor = bundle.course("doctor");
    assertEquals(0, doctor.code(), doctor.output());
    assertFalse(doctor.output().contains("Maven"), doctor.output());
  }

  /// Makes the Python environment, so it needs a network and some minutes.
  @Test
  void aChapterRunsInIt() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Boolean.getBoolean("longrange.slow"), "only with ./course test --slow");
    MadeBundle.Result run = bundle.course("run", "03");
    assertEquals(0, run.code(), run.output());
    assertTrue(run.output().contains("Ran every cell"), run.output());
    assertTrue(run.output().contains("slowest: cell "), run.output());
    Path page = bundle.root().resolve(".course/pages/03-the-jacobian-product.html");
    assertTrue(Files.size(page) > 100_000, "the page has its figures");
  }

  static Stream<Entry> wrongAnswers() {
    return Catalogue.all().stream().filter(entry -> entry.wrong().isPresent());
  }

  private static Checker visible() {
    List<Class<?>> visible =
        Graders.installed().classes().stream()
            .filter(type -> !type.getName().contains(".hidden."))
            .toList();
    return Checker.standard().withGraders(new Graders(visible));
  }

  @ParameterizedTest
  @MethodSource("wrongAnswers")
  void theTableSaysWhatTheCatalogueSays(Entry entry) throws IOException {
    Contract contract = Contract.of(entry.contract());
    URL tables = bundle.root().resolve("lib/jars/longrange-diagnoses.jar").toUri().toURL();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {tables}, ClassLoader.getPlatformClassLoader())) {
      Checker tabled = visible().withDiagnostics(Diagnostics.tabled(loader));
      assertEquals(
          diagnoses(visible().check(contract, entry.type())),
          diagnoses(tabled.check(contract, entry.type())));
    }
  }

  private static List<String> diagnoses(Verdict verdict) {
    return verdict.tests().stream()
        .map(test -> test.method() + " " + test.outcome() + " " + test.diagnosis())
        .toList();
  }

  /// All with `-Dlongrange.slow=true`, else a few.
  static Stream<Entry> someWrongAnswers() {
    List<Entry> some = new ArrayList<>(wrongAnswers().toList());
    if (Boolean.getBoolean("longrange.slow")) {
      return some.stream();
    }
    long seed = System.nanoTime();
    System.out.println("BundleTest: " + SAMPLE + " wrong answers, seed " + seed);
    Collections.shuffle(some, new Random(seed));
    return some.stream().limit(SAMPLE);
  }

  @ParameterizedTest
  @MethodSource("someWrongAnswers")
  void aCheckInItSaysWhatTheCatalogueSays(Entry entry) throws Exception {
    Contract contract = Contract.of(entry.contract());
    Path file =
        Files.createDirectories(folder.resolve(entry.type().getSimpleName()))
            .resolve(contract.answerName() + ".java");
    Files.writeString(file, entry.studentSource());
    MadeBundle.Result check = bundle.course("check", contract.id(), file.toString());
    Verdict verdict = Extraction.of(file).check(contract, visible());
    assertEquals(verdict.passed() ? 0 : 1, check.code(), check.output());
    assertTrue(check.output().endsWith(verdict + "\n"), check.output());
  }

  @Test
  void submitWritesOneFileThatGradingReadsTheSameWay() throws IOException, InterruptedException {
    assertEquals(0, bundle.course("submit", "3").code());
    Contract norm = Exercises.byId("3.2").orElseThrow();
    Entry wrong = Catalogue.wrong(norm.type()).getFirst();
    Verdict earned = visible().check(norm, wrong.type());
    String points = "wrong: %d of %d ".formatted(earned.earned(), earned.visible());
    answer("MySpectralNorm", wrong.studentSource());
    answer("MySpectralRadius", "class MySpectralRadius implements SpectralRadius { int ; }");
    Entry right = Catalogue.correct(Exercises.byId("3.1").orElseThrow().type()).getFirst();
    answer("MyJacobianProduct", right.studentSource());
    MadeBundle.Result submit = bundle.course("submit", "03");
    assertEquals(0, submit.code(), submit.output());
    assertTrue(
        submit.output().matches("(?s).*3\\.1 .*passes: 1 of 1 .*3\\.2 .*" + points + ".*"),
        submit.output());
    assertTrue(submit.output().matches("(?s).*3\\.3 .*compile: .*3\\.4 .*blank.*"));
    assertTrue(submit.output().contains("Hand in this file: mine/chapter-3.zip"));
    Path zip = bundle.root().resolve("mine/chapter-3.zip");
    assertEquals(List.of(Status.OK, Status.WRONG, Status.COMPILE, Status.TODO), statuses(zip));
  }

  private void answer(String name, String source) throws IOException {
    Files.writeString(bundle.root().resolve("mine/exercises/ch03/" + name + ".java"), source);
  }

  private List<Status> statuses(Path zip) throws IOException {
    Submission submission =
        new Submission(
            new Student("a", "a", "", ""), List.of(new Submission.Source(zip, "chapter-3.zip")));
    List<Status> statuses = new ArrayList<>();
    Path scratch = folder.resolve("scratch");
    try (Handed handed = Handed.open(submission, scratch, Exercises.all())) {
      for (Contract contract : Exercises.all()) {
        statuses.add(handed.answer(contract).extracted().check(contract, visible()).status());
      }
    }
    return statuses;
  }
}
