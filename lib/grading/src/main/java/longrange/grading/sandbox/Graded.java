package longrange.grading.sandbox;

import java.time.Duration;
import java.util.Optional;
import longrange.grading.Verdict;

/// What came of grading one answer.
///
/// @param verdict the tests' results; of a second run, where it took the place of the first. Ask
///   its status whether {@linkplain longrange.grading.Status#isScored() there is a score}
/// @param isolation what stood between the answer and this machine
/// @param runs how often it was run: 0, 1 or 2
/// @param difference where the two runs differ, in a sentence for the instructor. It may hold what
///   hidden tests passed to the answer
/// @param cpu the computing time of its processes, as far as it is known
/// @param output what the first run wrote to standard output and standard error, cut to a few
///   thousand characters. For the instructor: it may hold what hidden tests passed to the answer
public record Graded(
    Verdict verdict,
    Isolation isolation,
    int runs,
    Optional<String> difference,
    Duration cpu,
    String output) {}
