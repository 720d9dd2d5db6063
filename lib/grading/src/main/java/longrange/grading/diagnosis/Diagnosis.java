package longrange.grading.diagnosis;

/// What a student's wrong results tell of the student's idea.
///
/// @param misconception what whoever gets these results believes; whoever counts, counts by this
/// @param hint what the student is told
public record Diagnosis(String misconception, String hint) {}
