package longrange.tasks;

import org.ejml.data.DMatrixRMaj;

/// How one answer is judged.
///
/// This is the plain arithmetic, one answer at a time. A model computes the same on its tape, where
/// it can be differentiated.
public enum Loss {
  /// For numbers: the mean over the columns of `(answer - value)²`.
  SQUARED_ERROR {
    @Override
    public double of(DMatrixRMaj answers, DMatrixRMaj values, int row) {
      double sum = 0;
      for (int j = 0; j < values.getNumCols(); j++) {
        double error = answers.get(row, j) - values.get(row, j);
        sum += error * error;
      }
      return sum / values.getNumCols();
    }
  },

  /// For classes, in nats: `-log softmax(answer)` at the right class. An answer is a row of logits;
  /// log-probabilities are such a row, and there -∞ says "impossible".
  CROSS_ENTROPY {
    @Override
    public double of(DMatrixRMaj answers, DMatrixRMaj values, int row) {
      double largest = answers.get(row, largest(answers, row));
      double sum = 0;
      for (int j = 0; j < values.getNumCols(); j++) {
        sum += Math.exp(answers.get(row, j) - largest);
      }
      return largest + Math.log(sum) - answers.get(row, largest(values, row));
    }
  };

  /// The loss of one answer.
  ///
  /// @param answers (B,m). Not modified.
  /// @param values the right answers, (B,m). Not modified.
  /// @param row the sequence whose answer is judged
  public abstract double of(DMatrixRMaj answers, DMatrixRMaj values, int row);

  /// The column of the largest entry of a row, the first of equals: the class that is answered.
  public static int largest(DMatrixRMaj m, int row) {
    int largest = 0;
    for (int j = 1; j < m.getNumCols(); j++) {
      largest = m.get(row, j) > m.get(row, largest) ? j : largest;
    }
    return largest;
  }
}
