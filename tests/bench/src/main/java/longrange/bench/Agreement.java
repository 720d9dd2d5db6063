package longrange.bench;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// Refuses to time two contenders that do not do the same.
///
/// Every result is measured by its own largest number: the gradient of the recurrent weights may be
/// a hundredth of the bias's, and where one yardstick served both, it could be wrong altogether and
/// pass.
final class Agreement {
  private Agreement() {}

  /// How far two contenders are from each other in one result.
  ///
  /// @param result as [Work#results] calls it
  /// @param share the largest difference of two entries, as a share of the largest entry
  record Difference(String result, double share) {}

  /// Compares what came out of a work, result by result.
  ///
  /// @param ours in the order of [Work#results]. Not modified.
  /// @param theirs the same of a peer. Not modified.
  /// @return the result in which they are furthest apart
  /// @throws IllegalStateException when they differ in one by more than rounding
  static Difference check(
      Work work, String peer, List<DMatrixRMaj> ours, List<DMatrixRMaj> theirs) {
    List<String> names = work.results();
    if (ours.size() != names.size() || theirs.size() != names.size()) {
      throw new IllegalStateException(
          "%s: %d results came out, and %d at %s, where it has %d: they do not do the same work"
              .formatted(work.line(), ours.size(), theirs.size(), peer, names.size()));
    }
    Difference furthest = new Difference(names.getFirst(), 0);
    for (int i = 0; i < names.size(); i++) {
      double share = checked(work, peer, names.get(i), ours.get(i), theirs.get(i));
      furthest = share > furthest.share() ? new Difference(names.get(i), share) : furthest;
    }
    return furthest;
  }

  private static double checked(
      Work work, String peer, String name, DMatrixRMaj ours, DMatrixRMaj theirs) {
    if (ours.getNumRows() != theirs.getNumRows() || ours.getNumCols() != theirs.getNumCols()) {
      throw new IllegalStateException(
          "%s: %s is (%d,%d), and (%d,%d) at %s: they do not do the same work"
              .formatted(
                  work.line(),
                  name,
                  ours.getNumRows(),
                  ours.getNumCols(),
                  theirs.getNumRows(),
                  theirs.getNumCols(),
                  peer));
    }
    double share = share(ours, theirs);
    if (!(share <= work.tolerance())) {
      throw new IllegalStateException(
          "%s: %s differs from %s's by %.1e of its largest entry, and %.1e is rounding: not timed"
              .formatted(work.line(), name, peer, share, work.tolerance()));
    }
    return share;
  }

  /// Not a number where one of the two has such, or where ours is nothing but zeros: that would
  /// agree with any contender that has not done the work.
  private static double share(DMatrixRMaj ours, DMatrixRMaj theirs) {
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < ours.getNumElements(); i++) {
      largest = Math.max(largest, Math.abs(ours.get(i)));
      difference = Math.max(difference, Math.abs(ours.get(i) - theirs.get(i)));
    }
    return largest == 0 ? Double.NaN : difference / largest;
  }
}
