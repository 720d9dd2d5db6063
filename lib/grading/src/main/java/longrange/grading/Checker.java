package longrange.grading;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import longrange.grading.diagnosis.Diagnostics;
import org.jspecify.annotations.Nullable;

/// Checks answers: the one engine behind every door.
///
/// @param graders the tests to run
/// @param limit the time each test has
/// @param stopper stops a test whose time is over
/// @param progress is told how it goes on
/// @param places names the lines of the student's code
/// @param diagnostics names the misconceptions behind failed tests
public record Checker(
    Graders graders,
    Duration limit,
    Stopper stopper,
    Progress progress,
    Places places,
    Diagnostics diagnostics) {

  /// The graders and known answers on the class path, ten seconds a test, a stopper that
  /// interrupts.
  public static Checker standard() {
    return new Checker(
        Graders.installed(),
        Duration.ofSeconds(10),
        Stopper.interrupting(),
        Progress.SILENT,
        Places.lines(),
        KnownAnswers.installed());
  }

  /// The same with other graders.
  public Checker withGraders(Graders graders) {
    return new Checker(graders, limit, stopper, progress, places, diagnostics);
  }

  /// The same with another time limit for each test.
  public Checker withLimit(Duration limit) {
    return new Checker(graders, limit, stopper, progress, places, diagnostics);
  }

  /// The same with another stopper.
  public Checker withStopper(Stopper stopper) {
    return new Checker(graders, limit, stopper, progress, places, diagnostics);
  }

  /// The same with a listener.
  public Checker withProgress(Progress progress) {
    return new Checker(graders, limit, stopper, progress, places, diagnostics);
  }

  /// The same with other names for the student's lines.
  public Checker withPlaces(Places places) {
    return new Checker(graders, limit, stopper, progress, places, diagnostics);
  }

  /// The same with another source of diagnoses.
  public Checker withDiagnostics(Diagnostics diagnostics) {
    return new Checker(graders, limit, stopper, progress, places, diagnostics);
  }

  /// A notebook's door: checks the class of a student's object against each contract it implements,
  /// after the rules that hold for what a student hands in.
  ///
  /// The tests get an object of their own, as they do when the class is handed in: the given one
  /// may have been made by another constructor, or hold on to what an earlier check did.
  ///
  /// @throws IllegalArgumentException in one sentence, when it implements none
  public List<Verdict> check(@Nullable Object answer) {
    if (answer == null) {
      throw new IllegalArgumentException(
          "check was given null: give it an answer, check(new My…()).");
    }
    List<Contract> contracts = Exercises.of(answer.getClass());
    if (contracts.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is no answer to an exercise: it implements none of the contracts (class MyX implements X)."
              .formatted(answer.getClass().getSimpleName()));
    }
    Optional<String> refusal = Rules.refusal(answer.getClass());
    return contracts.stream()
        .map(contract ->
            refusal
                .map(why -> notRun(contract, Status.REJECTED, why))
                .orElseGet(() -> check(contract, answer.getClass())))
        .toList();
  }

  /// Checks a new object of a class, made by its constructor without parameters.
  public Verdict check(Contract contract, Class<?> type) {
    Optional<String> obstacle = obstacle(type);
    if (obstacle.isPresent()) {
      return notRun(contract, Status.API, obstacle.get());
    }
    return check(
        contract,
        type,
        () -> {
          Constructor<?> constructor = type.getDeclaredConstructor();
          constructor.setAccessible(true);
          return constructor.newInstance();
        });
  }

  /// Why no object of a class can be made, in a sentence; empty when one can.
  public static Optional<String> obstacle(Class<?> type) {
    boolean there =
        !type.isEnum()
            && Stream.of(type.getDeclaredConstructors())
                .anyMatch(each -> each.getParameterCount() == 0);
    String name = type.getSimpleName();
    return there
        ? Optional.empty()
        : Optional.of(
            "%s cannot be made by new %s(): give it a constructor without parameters."
                .formatted(name, name));
  }

  /// Runs the tests of a contract on an answer that has passed the rules, or needs none.
  ///
  /// The tests run on a thread of their own and this one waits. An interrupt of this thread ends
  /// the check as a time-out does, and is spent by that.
  ///
  /// @param type the answer's class
  /// @param maker makes the answer, on the test thread and within the first test's time
  public Verdict check(Contract contract, Class<?> type, Callable<?> maker) {
    return checkEach(contract, type, Maker.once(maker));
  }

  /// The same with an object of its own for each grader class.
  public Verdict checkEach(Contract contract, Class<?> type, Maker maker) {
    TestRun run = new TestRun(graders.of(contract));
    Trial trial = new Trial(contract.type(), maker);
    Frames frames = new Frames(type.getClassLoader(), places);
    return new Watch(this, contract, run, trial, frames).verdict();
  }

  /// The verdict on an answer that was not run: every test is listed, none has a result.
  public Verdict notRun(Contract contract, Status status, String message) {
    Map<String, TestResult> tests = new TestRun(graders.of(contract)).tests();
    return new Verdict(contract, status, message, TestRun.results(tests), List.of());
  }

  /// The limit as words: `10 s`, `0.5 s`.
  String limitInWords() {
    double seconds = limit.toMillis() / (double) TimeUnit.SECONDS.toMillis(1);
    return (seconds == Math.rint(seconds) ? "%.0f s" : "%.1f s").formatted(seconds);
  }
}
