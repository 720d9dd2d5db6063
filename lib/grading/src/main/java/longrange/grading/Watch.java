package longrange.grading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import longrange.grading.diagnosis.Call;
import org.jspecify.annotations.Nullable;

/// The thread that called a check, waiting: collects what the test thread reports, and ends it when
/// a test's time is over or nobody wants to wait longer.
///
/// Only this thread touches the results, so nothing that a given-up test still does can change
/// them.
final class Watch {
  private final Checker checker;
  private final Contract contract;
  private final TestRun run;
  private final Trial trial;
  private final Frames frames;
  private final Map<String, TestResult> results;

  private @Nullable String current;
  private long deadline;
  private int number;

  Watch(Checker checker, Contract contract, TestRun run, Trial trial, Frames frames) {
    this.checker = checker;
    this.contract = contract;
    this.run = run;
    this.trial = trial;
    this.frames = frames;
    this.results = run.tests();
  }

  Verdict verdict() {
    Thread thread = run.start(trial);
    try {
      while (true) {
        TestRun.Event event = next();
        if (event == null) {
          return stopped(thread, "No result after " + checker.limitInWords() + ".");
        }
        if (event instanceof TestRun.Event.Finished(String _, Throwable thrown)
            && thrown != null
            && checker.stopper().isStop(thrown)) {
          return stopped(thread, "Interrupted.");
        }
        if (event instanceof TestRun.Event.Finished(String test, Throwable thrown)) {
          Optional<AnswerEnded> end = Finding.end(thrown);
          if (end.isPresent()) {
            return ended(test, end.get());
          }
        }
        if (event instanceof TestRun.Event.Ended ended) {
          return ended(ended.thrown());
        }
        take(event);
      }
    } catch (InterruptedException e) {
      return stopped(thread, "Interrupted.");
    }
  }

  /// The next event, or null when the running test's time is over first.
  private TestRun.@Nullable Event next() throws InterruptedException {
    if (current == null) {
      return run.events().take();
    }
    return run.events().poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void take(TestRun.Event event) {
    switch (event) {
      case TestRun.Event.Started(String test, long at) -> {
        current = test;
        deadline = at + checker.limit().toNanos();
        checker.progress().started(result(test).title(), ++number, results.size());
      }
      case TestRun.Event.Finished(String test, Throwable thrown) -> {
        current = null;
        Finding all = Finding.of(thrown, result(test), frames);
        Finding finding = run.isHidden(test) ? all.withheld() : all;
        finish(test, finding.outcome(), finding.message());
      }
      case TestRun.Event.Ended ended -> throw new IllegalStateException(ended.toString());
    }
  }

  private TestResult result(String test) {
    TestResult result = results.get(test);
    if (result == null) {
      throw new IllegalStateException("An unplanned test ran: " + test);
    }
    return result;
  }

  private void finish(String test, Outcome outcome, String message) {
    TestResult result = result(test).with(outcome, message);
    results.put(test, result);
    checker.progress().finished(result);
  }

  private Verdict ended(@Nullable Throwable thrown) {
    if (thrown != null) {
      throw new IllegalStateException("The check itself failed: " + thrown, thrown);
    }
    List<TestResult> all = TestRun.results(results);
    if (all.isEmpty()) {
      throw new IllegalStateException(
          "There is no test for %s %s on the class path."
              .formatted(contract.id(), contract.name()));
    }
    if (all.stream().allMatch(test -> test.outcome() == Outcome.PASSED)) {
      return verdict(Status.OK, "");
    }
    boolean untouched = all.stream().allMatch(test -> test.outcome() == Outcome.TODO);
    return untouched ? verdict(Status.TODO, "Not attempted.") : verdict(Status.WRONG, "");
  }

  /// The answer is gone, so no further test is begun.
  private Verdict ended(String test, AnswerEnded end) {
    trial.end();
    finish(test, end.outcome(), end.getMessage());
    return verdict(end.status(), end.getMessage());
  }

  private Verdict stopped(Thread thread, String reason) {
    trial.end();
    boolean ended = checker.stopper().stop(thread);
    String message =
        ended
            ? reason + " The code was stopped."
            : reason + " The code could not be stopped: it runs on until its process ends.";
    if (current != null) {
      finish(current, Outcome.TIMEOUT, message);
    }
    return verdict(Status.TIMEOUT, message);
  }

  /// Only a test that has ended says something: the calls of one that was stopped may go on.
  private void diagnose() {
    Map<String, List<Call>> calls = new LinkedHashMap<>();
    Set<String> failed = new LinkedHashSet<>();
    results.forEach((test, result) -> {
      if (result.outcome() != Outcome.NOT_RUN && result.outcome() != Outcome.TIMEOUT) {
        calls.put(test, trial.recording().calls(test));
      }
      if (result.outcome() == Outcome.FAILED || result.outcome() == Outcome.ERROR) {
        failed.add(test);
      }
    });
    checker
        .diagnostics()
        .of(contract.type(), calls, failed)
        .forEach((test, diagnosis) -> results.put(test, result(test).with(diagnosis)));
  }

  private Verdict verdict(Status status, String message) {
    diagnose();
    return new Verdict(contract, status, message, TestRun.results(results), List.of());
  }
}
