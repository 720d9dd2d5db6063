package longrange.autodiff;

import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Losses of a batch of answers: one row an answer, each with a weight, and the weighted sum of
/// all.
///
/// A weight of 0 is an answer that nobody asked for; with weights `1/B` the sum is a mean.
public final class Losses {
  private Losses() {}

  /// `Σ_row w · mean_j (a - v)²`, (1,1).
  ///
  /// @param answers a, (B,m)
  /// @param values the right answers v, (B,m). Not modified.
  /// @param weights w, (B,1). Not modified.
  public static Var squaredError(Var answers, DMatrixRMaj values, DMatrixRMaj weights) {
    needShapes(answers, values, weights);
    DMatrixRMaj error = CommonOps_DDRM.subtract(answers.value(), values, null);
    int m = error.getNumCols();
    double sum = 0;
    for (int i = 0; i < error.getNumElements(); i++) {
      sum += weights.get(i / m) * error.get(i) * error.get(i) / m;
    }
    CommonOps_DDRM.scale(2.0 / m, error);
    return weighted(answers, sum, error, weights);
  }

  /// `-Σ_row w · Σ_j v log softmax(a)`, (1,1), in nats.
  ///
  /// With `p = softmax(a)` it is `w (log Σ_j eᵃ - v·a)`, and its derivative by a is `w (p - v)`:
  /// this is why the two belong into one operation.
  ///
  /// @param logits a, (B,m)
  /// @param values v, (B,m): a 1 in the column of the right class, or any distribution over
  ///   classes. Not modified.
  /// @param weights w, (B,1). Not modified.
  public static Var crossEntropy(Var logits, DMatrixRMaj values, DMatrixRMaj weights) {
    needShapes(logits, values, weights);
    DMatrixRMaj a = logits.value();
    double sum = 0;
    for (int row = 0; row < a.getNumRows(); row++) {
      double logSum = logSum(a, row);
      for (int j = 0; j < a.getNumCols(); j++) {
        sum += weights.get(row) * values.get(row, j) * (logSum - a.get(row, j));
      }
    }
    return weighted(logits, sum, CommonOps_DDRM.subtract(softmax(a), values, null), weights);
  }

  /// A sum of weighted losses, one a row, whose slopes by the answers are known.
  private static Var weighted(Var answers, double sum, DMatrixRMaj slopes, DMatrixRMaj weights) {
    return answers
        .tape()
        .record(
            Matrices.row(sum),
            dSum ->
                answers.accumulate(() -> {
                  DMatrixRMaj dA = slopes.copy();
                  for (int i = 0; i < dA.getNumElements(); i++) {
                    dA.data[i] *= dSum.get(0) * weights.get(i / dA.numCols);
                  }
                  return dA;
                }));
  }

  /// `eᵃ / Σ_j eᵃ` of each row, (B,m). Large logits do not overflow.
  ///
  /// @param a (B,m). Not modified.
  public static DMatrixRMaj softmax(DMatrixRMaj a) {
    DMatrixRMaj p = new DMatrixRMaj(a.getNumRows(), a.getNumCols());
    for (int row = 0; row < a.getNumRows(); row++) {
      double logSum = logSum(a, row);
      for (int j = 0; j < a.getNumCols(); j++) {
        p.set(row, j, Math.exp(a.get(row, j) - logSum));
      }
    }
    return p;
  }

  /// `log Σ_j eᵃ` of one row, with the largest logit taken out before the exponential.
  private static double logSum(DMatrixRMaj a, int row) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < a.getNumCols(); j++) {
      largest = Math.max(largest, a.get(row, j));
    }
    double sum = 0;
    for (int j = 0; j < a.getNumCols(); j++) {
      sum += Math.exp(a.get(row, j) - largest);
    }
    return largest + Math.log(sum);
  }

  private static void needShapes(Var answers, DMatrixRMaj values, DMatrixRMaj weights) {
    DMatrixRMaj a = answers.value();
    Shapes.need("values", values, a.getNumRows(), a.getNumCols());
    Shapes.need("weights", weights, a.getNumRows(), 1);
  }
}
