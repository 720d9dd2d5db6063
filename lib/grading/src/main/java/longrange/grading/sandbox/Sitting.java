package longrange.grading.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import longrange.grading.AnswerEnded;
import longrange.grading.Checker;
import longrange.grading.Progress;
import longrange.grading.Status;
import longrange.grading.Stopper;
import longrange.grading.TestResult;
import longrange.grading.Verdict;
import longrange.grading.extraction.Compilation.Compiled;

/// All tests on one answer, once. Each grader class has a process of its own, one after the other:
/// so a process does not know whether hidden tests come, nor what the visible ones have asked.
final class Sitting {
  /// How long after an answer's time the tests themselves are given up.
  private static final Duration LAST_RESORT = Duration.ofSeconds(60);

  private final Compiled answer;
  private final Limits limits;
  private final Pool pool;
  private final Set<Session> watched;
  private final List<Session> sessions = new ArrayList<>();

  /// @param watched where sessions are put while their limits are to be watched
  Sitting(Compiled answer, Limits limits, Pool pool, Set<Session> watched) {
    this.answer = answer;
    this.limits = limits;
    this.pool = pool;
    this.watched = watched;
  }

  Verdict verdict(Checker checker) {
    try {
      Verdict verdict =
          checker
              .withLimit(limits.wall().plus(LAST_RESORT))
              .withStopper(stopper())
              .withProgress(watching(checker.progress()))
              .withPlaces(answer.answer().places())
              .checkEach(answer.answer().contract(), answer.type(), _ -> next());
      current().ifPresent(Session::finish);
      return judged(verdict, checker);
    } finally {
      sessions.forEach(this::close);
    }
  }

  /// A new object of the answer's class, in a new process.
  private Object next() throws Exception {
    Optional<Session> before = current();
    before.ifPresent(Session::finish);
    Optional<AnswerEnded> end = before.flatMap(Session::ending);
    if (end.isPresent()) {
      throw end.get();
    }
    Session session = started();
    watched.add(session);
    return session.answer(answer);
  }

  private Session started() {
    try {
      Session session = new Session(pool.take(), limits, answer.answer().contract());
      synchronized (sessions) {
        sessions.add(session);
      }
      session.begin();
      return session;
    } catch (IOException e) {
      throw new AnswerEnded(Status.INFRA, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AnswerEnded(Status.INFRA, "The grading was interrupted.");
    }
  }

  private Optional<Session> current() {
    synchronized (sessions) {
      return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.getLast());
    }
  }

  private void close(Session session) {
    watched.remove(session);
    session.close();
  }

  /// The verdict, with the end that a test may have overlooked. Where a process has sent what no
  /// answer sends, nothing that came from it is believed.
  private Verdict judged(Verdict verdict, Checker checker) {
    Optional<AnswerEnded> end =
        sessions.stream().flatMap(each -> each.ending().stream()).findFirst();
    boolean forged = sessions.stream().anyMatch(Session::forged);
    List<TestResult> tests =
        forged ? checker.notRun(verdict.contract(), Status.WRONG, "").tests() : verdict.tests();
    return end.map(each ->
            new Verdict(
                verdict.contract(), each.status(), each.getMessage(), tests, verdict.warnings()))
        .orElse(verdict);
  }

  /// Hears when a test begins: each has its own time.
  private Progress watching(Progress next) {
    return new Progress() {
      @Override
      public void started(String title, int number, int count) {
        current().ifPresent(Session::testBegins);
        next.started(title, number, count);
      }

      @Override
      public void finished(TestResult result) {
        next.finished(result);
      }
    };
  }

  /// The checker's last resort, when not even the watching of the limits has ended a test.
  private Stopper stopper() {
    return thread -> {
      current().ifPresent(Session::late);
      try {
        return thread.join(Stopper.GRACE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return !thread.isAlive();
      }
    };
  }

  List<Transcript> transcripts() {
    return sessions.stream().map(Session::transcript).toList();
  }

  Duration cpu() {
    return sessions.stream().map(Session::cpu).reduce(Duration.ZERO, Duration::plus);
  }

  String output() {
    return String.join("", sessions.stream().map(Session::output).toList());
  }
}
