package longrange.grading.reports;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import longrange.grading.Outcome;
import longrange.grading.Status;
import longrange.grading.classroom.ClassResults;
import longrange.grading.classroom.ExerciseResult;
import longrange.grading.classroom.StudentResult;

/// How often what happened: which status, which test, which misconception.
public final class ItemAnalysis {
  /// One test, over the class.
  static final class Item {
    private final ExerciseResult.Test test;
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

    private Item(ExerciseResult.Test test) {
      this.test = test;
    }

    ExerciseResult.Test test() {
      return test;
    }

    int count(Outcome... kinds) {
      int count = 0;
      for (Outcome kind : kinds) {
        count += outcomes.getOrDefault(kind, 0);
      }
      return count;
    }

    int all() {
      return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /// One exercise, over the class.
  static final class Exercise {
    private final Map<Status, Integer> statuses = new EnumMap<>(Status.class);
    private final Map<String, Item> tests = new LinkedHashMap<>();
    private final Map<String, Integer> misconceptions = new TreeMap<>();
    private final Map<String, String> hints = new HashMap<>();
    private int scored;
    private long sum;

    Map<Status, Integer> statuses() {
      return statuses;
    }

    /// How many answers show each misconception, the most frequent first.
    List<Map.Entry<String, Integer>> misconceptions() {
      return misconceptions.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .toList();
    }

    /// What students are told of a misconception.
    String hint(String misconception) {
      return hints.getOrDefault(misconception, "");
    }

    List<Item> tests() {
      return List.copyOf(tests.values());
    }

    /// The mean of the scores there are; NaN where there are none.
    double mean() {
      return (double) sum / scored;
    }

    private void add(ExerciseResult result) {
      statuses.merge(result.status(), 1, Integer::sum);
      result
          .score()
          .ifPresent(score -> {
            scored++;
            sum += score;
          });
      result.misconceptions().forEach(each -> misconceptions.merge(each, 1, Integer::sum));
      for (ExerciseResult.Test test : result.tests()) {
        hints.putIfAbsent(test.misconception(), test.hint());
        tests
            .computeIfAbsent(test.name(), _ -> new Item(test))
            .outcomes
            .merge(test.outcome(), 1, Integer::sum);
      }
    }
  }

  private final Map<String, Exercise> exercises = new LinkedHashMap<>();
  private final TreeMap<Integer, Integer> totals = new TreeMap<>();
  private int students;

  private ItemAnalysis() {}

  static ItemAnalysis of(ClassResults results) throws IOException {
    ItemAnalysis analysis = new ItemAnalysis();
    results
        .assignment()
        .exercises()
        .forEach(each -> analysis.exercises.put(each.id(), new Exercise()));
    results.forEach(analysis::add);
    return analysis;
  }

  private void add(StudentResult student) {
    students++;
    student.total().ifPresent(total -> totals.merge(total, 1, Integer::sum));
    for (ExerciseResult result : student.exercises()) {
      exercise(result.exercise()).add(result);
    }
  }

  Exercise exercise(String id) {
    Exercise exercise = exercises.get(id);
    if (exercise == null) {
      throw new IllegalStateException("There is no exercise " + id + " in this assignment.");
    }
    return exercise;
  }

  /// How many students there are.
  public int students() {
    return students;
  }

  /// How many of them have a total.
  public int graded() {
    return totals.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The mean of all totals; NaN where there are none.
  public double mean() {
    long sum = 0;
    for (Map.Entry<Integer, Integer> total : totals.entrySet()) {
      sum += (long) total.getKey() * total.getValue();
    }
    return (double) sum / graded();
  }

  /// How often an exercise ended in this status.
  public int count(Status status) {
    return exercises.values().stream()
        .mapToInt(each -> each.statuses.getOrDefault(status, 0))
        .sum();
  }
}
