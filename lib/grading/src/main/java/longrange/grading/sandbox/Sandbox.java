package longrange.grading.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Progress;
import longrange.grading.Status;
import longrange.grading.Verdict;
import longrange.grading.extraction.Answer;
import longrange.grading.extraction.Compilation;

/// Where answers are graded: made once for a grading run, closed at its end.
///
/// It may be used from several threads at once.
public final class Sandbox implements AutoCloseable {
  /// What a grading run chooses.
  ///
  /// @param isolation what stands between an answer and this machine
  /// @param limits what an answer may use up
  /// @param workspace a folder that is kept from run to run: the start-up cache is made there
  /// @param parallel how many answers are graded at once: twice as many processes are kept warm
  /// @param seed decides which answers with full marks run a second time
  public record Setup(
      Isolation isolation, Limits limits, Path workspace, int parallel, long seed) {}

  private static final String UNSTABLE =
      "Two runs of it gave different values, so there is no score. An answer must not depend on"
          + " chance, on the time, or on the order of a hash table.";

  private static final int TRIES = 3;

  /// Warm processes for each answer that is graded at once: one grader class may need the next one
  /// in a moment.
  private static final int WARM_EACH = 2;

  /// Of the answers with full marks, one in so many runs a second time.
  private static final int ONE_IN = 10;

  private static final int LOOK_MILLIS = 50;

  /// On the clock the compiler has so many times its computing time.
  private static final int PATIENCE = 6;

  private final Setup setup;
  private final RunFolder folder;
  private final Starter starter;
  private final Pool pool;
  private final Compilers compilers;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("limits of answers").unstarted(task));
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

  /// Held for reading by ordinary runs, and for writing by one that must be alone.
  private final ReadWriteLock room = new ReentrantReadWriteLock(true);

  private Sandbox(Setup setup, Command command, StartUpCache cache) throws IOException {
    this.setup = setup;
    this.folder = RunFolder.make(cache.jar(), cache.cache());
    this.starter = new Starter(command, folder, clock);
    this.pool = new Pool(starter, WARM_EACH * setup.parallel());
    this.compilers =
        new Compilers(
            setup.limits().compile(), setup.limits().compile().multipliedBy(PATIENCE), clock, room);
    var _ =
        clock.scheduleWithFixedDelay(
            () -> sessions.forEach(Session::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /// Makes a sandbox ready.
  ///
  /// @throws IllegalStateException in one sentence, when this machine cannot do what is asked for
  public static Sandbox open(Setup setup) throws IOException {
    Optional<String> missing = setup.isolation().missing();
    if (missing.isPresent()) {
      throw new IllegalStateException(missing.get());
    }
    Command command = new Command(setup.isolation(), setup.limits(), User.find());
    return new Sandbox(setup, command, StartUpCache.in(setup.workspace(), command.java()));
  }

  /// Compiles an answer in a process with limits of its own.
  public Compilation compile(Answer answer) {
    return Compilation.of(answer, compilers.forOneAnswer());
  }

  /// Compiles an answer and, if that succeeds, grades it.
  public Graded grade(Answer answer, Checker checker) {
    return switch (compile(answer)) {
      case Compilation.Failed(Status status, String message) ->
          notRun(checker.notRun(answer.contract(), status, message).warned(answer.warnings()));
      case Compilation.Compiled compiled -> grade(compiled, checker);
    };
  }

  private Graded notRun(Verdict verdict) {
    return new Graded(verdict, setup.isolation(), 0, Optional.empty(), Duration.ZERO, "");
  }

  /// Runs the tests on an answer, in processes of its own.
  ///
  /// An answer without full marks runs a second time, and one in ten of the others: what two runs
  /// do not agree on is no result. One that has ended early is then run alone, since its neighbours
  /// may have been the cause, and the second run counts.
  ///
  /// @param checker the graders and a listener; its limit and its stopper are replaced
  public Graded grade(Compilation.Compiled answer, Checker checker) {
    Optional<String> obstacle = Checker.obstacle(answer.type());
    if (obstacle.isPresent()) {
      Contract contract = answer.answer().contract();
      return notRun(checker.notRun(contract, Status.API, obstacle.get()));
    }
    Run first = run(answer, checker, room.readLock());
    if (!first.scored() || (first.verdict().passed() && !drawn(answer))) {
      return graded(first.verdict(), answer, List.of(first), Optional.empty());
    }
    Checker silent = checker.withProgress(Progress.SILENT);
    Run second = run(answer, silent, first.early() ? room.writeLock() : room.readLock());
    if (second.early() && !first.early()) {
      second = run(answer, silent, room.writeLock());
    }
    List<Run> both = List.of(first, second);
    Optional<String> difference = first.differenceTo(second);
    if (difference.isPresent() && second.scored()) {
      Verdict unstable = checker.notRun(first.contract(), Status.UNSTABLE, UNSTABLE);
      return graded(unstable, answer, both, difference);
    }
    boolean replaced = first.early() || !second.scored();
    return graded((replaced ? second : first).verdict(), answer, both, difference);
  }

  private Graded graded(
      Verdict verdict, Compilation.Compiled answer, List<Run> runs, Optional<String> difference) {
    return new Graded(
        verdict.warned(answer.answer().warnings()),
        setup.isolation(),
        runs.size(),
        difference,
        runs.stream().map(Run::cpu).reduce(Duration.ZERO, Duration::plus),
        runs.getFirst().output());
  }

  /// Whether an answer with full marks is among those that run twice: the same ones in every
  /// grading run with this seed.
  private boolean drawn(Compilation.Compiled answer) {
    long hash = setup.seed() * 31 + answer.answer().contract().id().hashCode();
    for (Map.Entry<String, byte[]> each : new TreeMap<>(answer.classes()).entrySet()) {
      hash = hash * 31 + Arrays.hashCode(each.getValue());
    }
    return new SplittableRandom(hash).nextInt(ONE_IN) == 0;
  }

  /// One run of all tests.
  private record Run(Verdict verdict, List<Transcript> transcripts, Duration cpu, String output) {
    Contract contract() {
      return verdict.contract();
    }

    boolean scored() {
      return verdict.status().isScored();
    }

    /// Whether the answer has ended before the tests did.
    boolean early() {
      return switch (verdict.status()) {
        case TIMEOUT, MEMORY, OUTPUT, CRASH -> true;
        default -> false;
      };
    }

    Optional<String> differenceTo(Run other) {
      for (int i = 0; i < Math.min(transcripts.size(), other.transcripts.size()); i++) {
        Optional<String> found = transcripts.get(i).differenceTo(other.transcripts.get(i));
        if (found.isPresent()) {
          return found;
        }
      }
      return early() || !other.early()
          ? Optional.empty()
          : Optional.of(
              "The second run ended early: %s %s"
                  .formatted(other.verdict.status(), other.verdict.message()));
    }
  }

  private Run run(Compilation.Compiled answer, Checker checker, Lock lock) {
    lock.lock();
    try {
      return run(answer, checker);
    } finally {
      lock.unlock();
    }
  }

  /// What this machine could not do is tried again; an answer is never to blame for it.
  private Run run(Compilation.Compiled answer, Checker checker) {
    for (int i = 1; ; i++) {
      Sitting sitting = new Sitting(answer, setup.limits(), pool, sessions);
      Verdict verdict = sitting.verdict(checker);
      if (verdict.status() != Status.INFRA
          || i == TRIES
          || Thread.currentThread().isInterrupted()) {
        return new Run(verdict, sitting.transcripts(), sitting.cpu(), sitting.output());
      }
    }
  }

  /// Ends all processes and deletes all files of this run. Another thread may still be grading: its
  /// answer has no result, and no process is started for it any more.
  @Override
  public synchronized void close() throws IOException {
    if (clock.isShutdown()) {
      return;
    }
    starter.end();
    compilers.close();
    pool.close();
    starter.close();
    clock.shutdownNow();
    folder.close();
  }
}
