package longrange.grading.diagnosis;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The answers of the catalogue, called again as a test has called the student's.
///
/// Their code is the course's own, so it runs in this process. Each has a time limit all the same:
/// on a student's inputs it may go on for ever. One that is late gives nothing from then on.
final class Replay implements Known {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final List<Answer> wrong = new ArrayList<>();
  private final List<Answer> correct = new ArrayList<>();

  private Replay() {}

  /// Those of the catalogue that answer this contract.
  ///
  /// @param memory of earlier replays of the same catalogue
  static Replay of(Class<?> contract, List<Class<?>> catalogue, Memory memory) {
    return of(contract, catalogue, memory, LIMIT);
  }

  /// @param limit the time that each has for all its calls
  static Replay of(Class<?> contract, List<Class<?>> catalogue, Memory memory, Duration limit) {
    Replay replay = new Replay();
    for (Class<?> type : catalogue) {
      if (contract.isAssignableFrom(type)) {
        boolean isWrong = type.isAnnotationPresent(WrongAnswer.class);
        (isWrong ? replay.wrong : replay.correct).add(new Answer(type, memory, limit));
      }
    }
    return replay;
  }

  @Override
  public List<Answer> suspects() {
    return wrong;
  }

  @Override
  public boolean isRight(Call call) {
    return correct.stream().anyMatch(answer -> answer.gives(call));
  }

  /// What the first of the correct answers makes of a call.
  Reply right(Call call) {
    return correct.getFirst().reply(call);
  }

  /// One answer of the catalogue. It is asked each call once.
  static final class Answer implements Suspect {
    private final Class<?> type;
    private final Memory memory;
    private final Map<Call, @Nullable Reply> replies = new HashMap<>();
    private @Nullable Object answer;
    private long left;

    private Answer(Class<?> type, Memory memory, Duration limit) {
      this.type = type;
      this.memory = memory;
      left = limit.toNanos();
    }

    @Override
    public Diagnosis diagnosis() {
      WrongAnswer wrong = type.getAnnotation(WrongAnswer.class);
      return new Diagnosis(wrong.misconception(), wrong.hint());
    }

    @Override
    public boolean gives(Call call) {
      Reply reply = found(call);
      return reply != null && reply.same(call.reply());
    }

    /// Its reply.
    ///
    /// @throws IllegalStateException when it is late
    Reply reply(Call call) {
      Reply reply = found(call);
      if (reply == null) {
        throw new IllegalStateException(type.getName() + " takes too long.");
      }
      return reply;
    }

    private @Nullable Reply found(Call call) {
      if (!replies.containsKey(call)) {
        replies.put(call, call.isData() ? remembered(call) : asked(call));
      }
      return replies.get(call);
    }

    private @Nullable Reply remembered(Call call) {
      String key = call.exactKey();
      Reply reply = memory.find(type, key);
      if (reply == null) {
        reply = asked(call);
        if (reply != null) {
          memory.keep(type, key, reply);
        }
      }
      return reply;
    }

    private @Nullable Reply asked(Call call) {
      long begun = System.nanoTime();
      FutureTask<Reply> task = new FutureTask<>(() -> call.repeatedOn(answer()));
      Thread thread = new Thread(task, "replay " + type.getSimpleName());
      thread.setDaemon(true);
      thread.start();
      try {
        Reply reply = task.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        left -= System.nanoTime() - begun;
        return reply;
      } catch (TimeoutException e) {
        left = 0;
      } catch (InterruptedException e) {
        left = 0;
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException(type.getName() + " cannot be asked: " + e.getCause(), e);
      }
      task.cancel(true);
      return null;
    }

    private Object answer() throws ReflectiveOperationException {
      if (answer == null) {
        Constructor<?> constructor = type.getConstructor();
        answer = constructor.newInstance();
      }
      return answer;
    }
  }
}
