package longrange.grading.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import longrange.exercises.Exercise;
import org.jspecify.annotations.Nullable;

/// What the catalogue's answers make of the calls of the visible tests, as a file: for whoever has
/// the tests and not the catalogue.
///
/// Numbers are rounded to ten digits, and a call is named by a key of its arguments. An answer that
/// makes the same of all calls as a correct one is not in it, nor is the name of any.
///
/// @param answers what is said of each wrong answer
/// @param calls the replies to each call, by its key
public record Table(List<Diagnosis> answers, Map<String, Row> calls) {
  /// For all calls of one answer; only one that never ends takes this long.
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  /// The replies to one call.
  ///
  /// @param right that of the correct answers
  /// @param wrong those that differ from it, by the place of the answer in the list
  record Row(Reply right, Map<Integer, Reply> wrong) {}

  /// Where the table of an exercise stands on a class path.
  public static String resource(Class<?> contract) {
    String id = contract.getAnnotation(Exercise.class).id();
    return "META-INF/longrange/diagnoses/" + id + ".json";
  }

  /// The table of an exercise.
  ///
  /// @param catalogue classes annotated with {@link WrongAnswer} or {@link CorrectAnswer}
  /// @param calls what the tests call when they look at each of these, since a test that fails ends
  ///   there
  public static Table of(Class<?> contract, List<Class<?>> catalogue, List<Call> calls) {
    Replay replay = Replay.of(contract, catalogue, new Memory(), LIMIT);
    Map<String, Row> rows = new TreeMap<>();
    for (Call call : calls) {
      if (rows.containsKey(call.key()) && call.isData()) {
        continue;
      }
      Row row = row(replay, call);
      Row twin = rows.putIfAbsent(call.key(), row);
      if (twin != null && !twin.equals(row)) {
        throw new IllegalStateException(
            "Two calls of the tests of %s have the same data and different results. A function among"
                    .formatted(contract.getSimpleName())
                + " the arguments has no data: let the tests hand over a record or an enum"
                + " instead.");
      }
    }
    return new Table(replay.suspects().stream().map(Known.Suspect::diagnosis).toList(), rows)
        .withoutIdleAnswers();
  }

  private static Row row(Replay replay, Call call) {
    Reply right = replay.right(call);
    Map<Integer, Reply> wrong = new TreeMap<>();
    for (int i = 0; i < replay.suspects().size(); i++) {
      Reply reply = replay.suspects().get(i).reply(call);
      if (!reply.same(right)) {
        wrong.put(i, reply.rounded());
      }
    }
    return new Row(right.rounded(), wrong);
  }

  /// Without the answers that no call of these tells from a correct one.
  private Table withoutIdleAnswers() {
    List<Integer> kept =
        IntStream.range(0, answers.size())
            .filter(i -> calls.values().stream().anyMatch(row -> row.wrong().containsKey(i)))
            .boxed()
            .toList();
    Map<String, Row> rows = new TreeMap<>();
    calls.forEach((key, row) -> {
      Map<Integer, Reply> wrong = new TreeMap<>();
      row.wrong().forEach((i, reply) -> wrong.put(kept.indexOf(i), reply));
      rows.put(key, new Row(row.right(), wrong));
    });
    return new Table(kept.stream().map(answers::get).toList(), rows);
  }

  /// The text of the file.
  public String json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A table of plain data can be written.", e);
    }
  }

  /// The table of an exercise on a class path; an empty one where there is none.
  static Table read(Class<?> contract, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(resource(contract))) {
      return in == null ? new Table(List.of(), Map.of()) : JSON.readValue(in, Table.class);
    } catch (IOException e) {
      throw new UncheckedIOException(resource(contract) + " cannot be read.", e);
    }
  }

  /// As the search sees it.
  Known known() {
    List<Entry> suspects = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      suspects.add(new Entry(this, i));
    }
    return new Known() {
      @Override
      public List<Entry> suspects() {
        return suspects;
      }

      @Override
      public boolean isRight(Call call) {
        Row row = calls.get(call.key());
        return row == null || row.right().same(call.reply());
      }
    };
  }

  /// One answer of the table.
  private record Entry(Table table, int place) implements Known.Suspect {
    @Override
    public Diagnosis diagnosis() {
      return table.answers.get(place);
    }

    @Override
    public boolean gives(Call call) {
      Row row = table.calls.get(call.key());
      if (row == null) {
        return false;
      }
      @Nullable Reply wrong = row.wrong().get(place);
      return (wrong == null ? row.right() : wrong).same(call.reply());
    }
  }
}
