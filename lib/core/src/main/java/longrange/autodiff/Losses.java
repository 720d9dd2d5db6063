package longrange.autodiff;

import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;

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
    DMatrixRMaj a = answers.value();
    int m = a.getNumCols();
    DMatrixRMaj sum = new DMatrixRMaj(1, 1);
    for (int i = 0; i < a.getNumElements(); i++) {
      double error = a.get(i) - values.get(i);
      sum.data[0] += weights.get(i / m) * error * error / m;
    }
    return answers
        .tape()
        .record(
            sum,
            dSum ->
                answers.accumulate(() -> {
                  DMatrixRMaj dA = new DMatrixRMaj(a.getNumRows(), m);
                  for (int i = 0; i < a.getNumElements(); i++) {
                    double error = a.get(i) - values.get(i);
                    dA.data[i] = dSum.get(0) * weights.get(i / m) * 2 * error / m;
                  }
                  return dA;
                }));
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
    DMatrixRMaj p = softmax(a);
    DMatrixRMaj sum = new DMatrixRMaj(1, 1);
    for (int row = 0; row < a.getNumRows(); row++) {
      double logSum = logSum(a, row);
      for (int j = 0; j < a.getNumCols(); j++) {
        sum.data[0] += weights.get(row) * values.get(row, j) * (logSum - a.get(row, j));
      }
    }
    return logits
        .tape()
        .record(
            sum,
            dSum ->
                logits.accumulate(() -> {
                  DMatrixRMaj dA = new DMatrixRMaj(a.getNumRows(), a.getNumCols());
                  for (int i = 0; i < a.getNumElements(); i++) {
                    double weight = dSum.get(0) * weights.get(i / a.getNumCols());
                    dA.data[i] = weight * (p.get(i) - values.get(i));
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
