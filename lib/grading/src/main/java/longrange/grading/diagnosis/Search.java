package longrange.grading.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import longrange.exercises.Exercise;

/// The search for the wrong answer that gives what a student's answer gave.
///
/// A suspect must give the same on every call of the failed test, and share two thirds of all
/// mistakes: a single number is hit by chance, and neighbouring norms agree on many a matrix. A
/// mistake is a call that the student's answer or the suspect gets wrong; what both get right, such
/// as a refused argument, tells nothing. One call of the failed test must have gone wrong. Of
/// several suspects the one that gives the same on most calls is meant. When two are equally close,
/// or none is left, nothing is said.
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
    List<Call> all = calls.values().stream().flatMap(List::stream).toList();
    return closest(
        known.suspects().stream()
            .filter(
                suspect -> made.stream().allMatch(suspect::gives) && sharesMistakes(suspect, all))
            .toList(),
        all);
  }

  private boolean sharesMistakes(Known.Suspect suspect, List<Call> all) {
    int mistakes = 0;
    int shared = 0;
    for (Call call : all) {
      boolean right = known.isRight(call);
      boolean same = suspect.gives(call);
      mistakes += right && same ? 0 : 1;
      shared += !right && same ? 1 : 0;
    }
    return 3 * shared >= 2 * mistakes;
  }

  private Optional<Diagnosis> closest(List<? extends Known.Suspect> suspects, List<Call> all) {
    List<Long> agreements =
        suspects.stream().map(suspect -> all.stream().filter(suspect::gives).count()).toList();
    long most = agreements.stream().mapToLong(each -> each).max().orElse(0);
    boolean isOne = agreements.indexOf(most) == agreements.lastIndexOf(most);
    return isOne && most > 0
        ? Optional.of(suspects.get(agreements.indexOf(most)).diagnosis())
        : Optional.empty();
  }
}
