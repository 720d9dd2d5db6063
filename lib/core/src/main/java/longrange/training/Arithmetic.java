package longrange.training;

import longrange.linalg.Need;
import longrange.linalg.kernels.Precision;

/// How a training computes, beside the kernels: it decides the last digits of every figure.
///
/// @param precision within a sequence that the kernels run as one operation. All else, the weights
///   themselves among it, is double
/// @param shards the parts of a large batch that are swept side by side, each by itself. Their
///   gradients are added in a fixed order, so that no figure depends on which thread was first, or
///   on how many processors there are
public record Arithmetic(Precision precision, int shards) {
  public Arithmetic {
    Need.that(shards >= 1, "shards", shards, "at least 1");
  }

  /// Double precision, in two shards: for a machine with two processors or more.
  public static Arithmetic standard() {
    return new Arithmetic(Precision.DOUBLE, 2);
  }
}
