/// Diagnosis by replay: which misconception gives exactly the wrong results that a student got.
///
/// The calls of a failed test are known, with what came back. The catalogue's wrong answers are
/// asked the same, or a table of what they said is read where there is no catalogue. It must not
/// know any exercise, grader or answer, nor the check engine that uses it.
@NullMarked
package longrange.grading.diagnosis;

import org.jspecify.annotations.NullMarked;
