package longrange.bench;

/// What rows of a table were measured with, and when.
///
/// @param kernels ours
/// @param machine as [Machine] describes it
/// @param versions of ours and of the peer's
/// @param rounds of each contender
/// @param seconds of a round
/// @param day on which
record Conditions(
    String kernels, String machine, String versions, int rounds, double seconds, String day) {}
