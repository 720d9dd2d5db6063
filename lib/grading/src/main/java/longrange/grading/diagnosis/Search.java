package longrange.grading.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import longrange.exercises.Exercise;

/// The search for the wrong answer that gives what a student's answer gave.
///
/// A suspect must give the same on every call of the failed test, and one of these calls at least
/// must have gone wrong. Of several, the one that also gives the same on most calls of the other
/// tests is meant. When two are equally close, or none is left, nothing is said.
///
/// @param known what to compare with
/// @param calls the calls of every test, by the test's key
record Search(Known known, Map<String, List<Call>> calls) {

  Map<String, Diagnosis> diagnoses(Class<?> contract, Set<String> failed) {
    Map<String, Diagnosis> found = new HashMap<>();
    if (contract.getAnnotation(Exercise.class).determined()) {
      failed.forEach(test -> of(test).ifPresent(diagnosis -> found.put(test, diagnosis)));
    }
    return found;
  }

  private Optional<Diagnosis> of(String test) {
    List<Call> made = calls.getOrDefault(test, List.of());
    if (made.stream().allMatch(known::isRight)) {
      return Optional.empty();
    }
    List<? extends Known.Suspect> suspects =
        known.suspects().stream()
            .filter(suspect -> made.stream().allMatch(suspect::gives))
            .toList();
    return suspects.size() < 2
        ? suspects.stream().findFirst().map(Known.Suspect::diagnosis)
        : closest(suspects);
  }

  private Optional<Diagnosis> closest(List<? extends Known.Suspect> suspects) {
    List<Long> agreements =
        suspects.stream()
            .map(suspect ->
                calls.values().stream().flatMap(List::stream).filter(suspect::gives).count())
            .toList();
    long most = agreements.stream().mapToLong(each -> each).max().orElse(0);
    return agreements.indexOf(most) == agreements.lastIndexOf(most)
        ? Optional.of(suspects.get(agreements.indexOf(most)).diagnosis())
        : Optional.empty();
  }
}
