package longrange.grading.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names the misconceptions behind the tests that an answer failed.
@FunctionalInterface
public interface Diagnostics {
  /// Where nothing is known, nothing is guessed.
  Diagnostics NONE = (_, _, _) -> Map.of();

  /// The diagnoses.
  ///
  /// @param contract the exercise's interface
  /// @param calls the calls of every test that has ended, by the test's key
  /// @param failed the keys of those that were failed
  /// @return by key; a test without a diagnosis is not in it
  Map<String, Diagnosis> of(Class<?> contract, Map<String, List<Call>> calls, Set<String> failed);

  /// Asks the answers of a catalogue.
  ///
  /// @param catalogue classes annotated with {@link WrongAnswer} or {@link CorrectAnswer}
  static Diagnostics replaying(List<Class<?>> catalogue) {
    Memory memory = new Memory();
    return (contract, calls, failed) ->
        new Search(Replay.of(contract, catalogue, memory), calls).diagnoses(contract, failed);
  }

  /// Reads the tables that a {@link Table} was written to.
  ///
  /// @param loader finds them as its resources
  static Diagnostics tabled(ClassLoader loader) {
    return (contract, calls, failed) ->
        new Search(Table.read(contract, loader).known(), calls).diagnoses(contract, failed);
  }
}
