package longrange.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The rules on classes as a notebook's kernel makes them: declared in a JShell of this process.
public class RulesTest {
  /// Where a cell leaves its object.
  public static volatile @Nullable Object taken;

  private static final String HEAD =
      "class MyScale implements longrange.exercises.toy.Scale {"
          + " public double[] scale(double a, double[] x) { return ";

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final JShell shell = shell();

  private static JShell shell() {
    JShell shell = JShell.builder().executionEngine("local").build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    return shell;
  }

  @AfterEach
  void close() {
    shell.close();
    Thread.currentThread().setContextClassLoader(before);
  }

  private void cell(String source) {
    for (SnippetEvent event : shell.eval(source)) {
      // A new version of a class comes with a second event, on the old one.
      if (event.status() != Status.OVERWRITTEN) {
        assertEquals(
            Status.VALID,
            event.status(),
            () -> shell.diagnostics(event.snippet()).toList().toString());
      }
    }
  }

  private Object answer(String made) {
    cell("longrange.grading.RulesTest.taken = " + made + ";");
    Object answer = taken;
    if (answer == null) {
      throw new IllegalStateException("The cell left nothing.");
    }
    return answer;
  }

  private Optional<String> refusal() {
    return Rules.refusal(answer("new MyScale()").getClass());
  }

  @Test
  void anAnswerOfItsOwnIsAllowed() {
    cell("record Factor(double a) {}");
    cell("double half(double a) { return a / 2; }");
    cell(HEAD + "new double[] {half(new Factor(a).a())}; } }");
    assertEquals(Optional.empty(), refusal());
  }

  @Test
  void theDoorOfANotebookChecksIt() {
    cell(HEAD + "java.util.Arrays.stream(x).map(e -> a * e).toArray(); } }");
    Verdict verdict = Checker.standard().check(answer("new MyScale()")).getFirst();
    assertEquals(6, verdict.earned(), verdict::toString);
  }

  @Test
  void aCellsExceptionNamesTheMethodAndNoLineThatIsNotTheStudents() {
    cell(HEAD + "new double[] {x[x.length]}; } }");
    assertEquals(
        "ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 3\nin MyScale.scale",
        Checker.standard().check(answer("new MyScale()")).getFirst().tests().getFirst().message());
  }

  @Test
  void theLibraryIsRefusedByTheNameOfTheTypeUsed() {
    cell(HEAD + "new double[] {longrange.grading.Exercises.all().size()}; } }");
    assertEquals(
        Optional.of(
            "MyScale uses longrange.grading.Exercises. An answer may use the JDK and"
                + " longrange.exercises only: write that part yourself."),
        refusal());
  }

  @Test
  void whatAHelperUsesIsRefusedToo() {
    cell("int count() { return longrange.grading.Exercises.all().size(); }");
    cell(HEAD + "new double[count()]; } }");
    assertEquals(
        Optional.of(
            "MyScale uses longrange.grading.Exercises. An answer may use the JDK and"
                + " longrange.exercises only: write that part yourself."),
        refusal());
  }

  @Test
  void otherLibrariesAreRefusedToo() {
    cell(
        HEAD + "new double[new com.fasterxml.jackson.databind.ObjectMapper().hashCode() % 3]; } }");
    assertEquals(
        Optional.of(
            "MyScale uses com.fasterxml.jackson.databind.ObjectMapper. An answer may use the JDK"
                + " and longrange.exercises only: write that part yourself."),
        refusal());
  }

  @Test
  void aVariableOfAnotherCellIsNamed() {
    cell("double eps = 1e-9;");
    cell(HEAD + "new double[] {eps}; } }");
    assertEquals(
        Optional.of(
            "MyScale needs the variable eps of a cell. An answer is checked alone: declare eps"
                + " inside the class."),
        refusal());
  }

  @Test
  void anObjectOfAnEarlierVersionIsNamed() {
    cell(HEAD + "x; } }");
    Object first = answer("new MyScale()");
    cell(HEAD + "x.clone(); } }");
    Object second = answer("new MyScale()");
    assertEquals(
        Optional.of(
            "MyScale was declared again after this object was made: make a new one, check(new"
                + " MyScale())."),
        Rules.refusal(first.getClass()));
    assertEquals(Optional.empty(), Rules.refusal(second.getClass()));
  }

  @Test
  void aClassWithoutANameIsRefused() {
    String sentence =
        "check takes an object of a class with a name, because a lambda or an anonymous class"
            + " cannot be handed in: write class MyX implements X { … }, then check(new MyX()).";
    for (String made :
        List.of(
            "(longrange.exercises.toy.Total) x -> 0",
            "new longrange.exercises.toy.Total() { public double total(double[] x) { return 0; } }")) {
      assertEquals(Optional.of(sentence), Rules.refusal(answer(made).getClass()));
    }
  }
}
