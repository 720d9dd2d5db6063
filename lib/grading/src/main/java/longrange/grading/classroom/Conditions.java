package longrange.grading.classroom;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import longrange.exercises.Exercise;
import longrange.grading.Contract;
import longrange.grading.KnownAnswers;
import longrange.grading.sandbox.Isolation;
import longrange.grading.sandbox.Limits;

/// All that a result depends on besides the answer. Two runs with the same conditions give the same
/// bytes.
///
/// @param java the version of the JDK
/// @param isolation how answers were kept apart: `bwrap`, `rlimits` or `none`
/// @param seed of whatever is drawn
/// @param exercises their numbers
/// @param contracts a hash of the contracts
/// @param visibleTests a hash of the visible tests
/// @param hiddenTests a hash of the hidden tests
/// @param catalogue a hash of the known answers, by which mistakes are named
/// @param limits each limit of the sandbox by name, in words
public record Conditions(
    String java,
    String isolation,
    long seed,
    List<String> exercises,
    String contracts,
    String visibleTests,
    String hiddenTests,
    String catalogue,
    Map<String, String> limits) {

  public Conditions {
    Objects.requireNonNull(catalogue);
    exercises = List.copyOf(exercises);
    limits = new TreeMap<>(limits);
  }

  /// Those of a run in this process.
  public static Conditions of(
      Assignment assignment, Isolation isolation, long seed, Limits limits) {
    return new Conditions(
        Runtime.version().toString(),
        isolation.label(),
        seed,
        assignment.exercises().stream().map(Contract::id).toList(),
        Fingerprint.of(List.of(Exercise.class)),
        Fingerprint.of(assignment.visible().classes()),
        Fingerprint.of(assignment.hidden().classes()),
        Fingerprint.of(KnownAnswers.all()),
        named(limits));
  }

  private static Map<String, String> named(Limits limits) {
    return Map.of(
        "cpu per test", limits.cpu().toMillis() + " ms",
        "wall clock per test", limits.wall().toMillis() + " ms",
        "compilation", limits.compile().toMillis() + " ms",
        "heap", limits.heap() + " MB",
        "data", limits.data() + " MB",
        "threads", String.valueOf(limits.threads()),
        "output", limits.output() + " bytes",
        "message", limits.frame() + " bytes",
        "depth", String.valueOf(limits.depth()));
  }
}
