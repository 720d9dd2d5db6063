package longrange.tasks;

import java.util.List;
import longrange.linalg.Need;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/// The control of every series: the best linear map, with a constant, from the last few inputs to
/// the answer.
///
/// It remembers perfectly and computes nothing but a sum. What a network does better than this is
/// what its nonlinear state is worth.
///
/// @param taps how many inputs it sees: the one of the moment, and those before it
/// @param weights (1 + taps·d, m): the constant, then the newest input, then the one before, …
public record DelayLine(int taps, DMatrixRMaj weights) {
  /// The delay line with the least squared error on a batch.
  ///
  /// @param batch at least as many questions as weights in a column. Not modified.
  public static DelayLine fitted(int taps, Batch batch) {
    Need.that(taps >= 1, "taps", taps, "at least 1");
    int columns = 1 + taps * batch.inputs().getFirst().getNumCols();
    int rows = batch.targets().size() * batch.size();
    Need.that(
        rows >= columns,
        "%d answers cannot fit %d weights: draw a larger batch".formatted(rows, columns));
    DMatrixRMaj seen = new DMatrixRMaj(rows, columns);
    DMatrixRMaj values = new DMatrixRMaj(rows, batch.targets().getFirst().values().getNumCols());
    int row = 0;
    for (Target target : batch.targets()) {
      CommonOps_DDRM.insert(asked(line(taps, batch, target.time()), target), seen, row, 0);
      CommonOps_DDRM.insert(asked(target.values(), target), values, row, 0);
      row += batch.size();
    }
    DMatrixRMaj weights = new DMatrixRMaj(columns, values.getNumCols());
    // By singular values, because inputs may be linearly dependent: the columns of a symbol add up
    // to the constant.
    var solver = LinearSolverFactory_DDRM.pseudoInverse(true);
    solver.setA(seen);
    solver.solve(values, weights);
    return new DelayLine(taps, weights);
  }

  /// The rows that are asked, and zeros for the others: a row of zeros fits any weights.
  private static DMatrixRMaj asked(DMatrixRMaj m, Target target) {
    DMatrixRMaj asked = new DMatrixRMaj(m.getNumRows(), m.getNumCols());
    for (int row = 0; row < m.getNumRows(); row++) {
      for (int j = 0; j < m.getNumCols(); j++) {
        asked.set(row, j, target.asked().get(row, 0) * m.get(row, j));
      }
    }
    return asked;
  }

  /// Its answers to a batch, one (B,m) for each target.
  ///
  /// @param batch Not modified.
  public List<DMatrixRMaj> answers(Batch batch) {
    return batch.targets().stream()
        .map(target -> CommonOps_DDRM.mult(line(taps, batch, target.time()), weights, null))
        .toList();
  }

  /// What is seen at one time, (B, 1 + taps·d), with zeros for what was before the beginning.
  private static DMatrixRMaj line(int taps, Batch batch, int time) {
    int d = batch.inputs().getFirst().getNumCols();
    DMatrixRMaj line = new DMatrixRMaj(batch.size(), 1 + taps * d);
    for (int row = 0; row < batch.size(); row++) {
      line.set(row, 0, 1);
    }
    for (int k = 0; k < taps && k <= time; k++) {
      CommonOps_DDRM.insert(batch.inputs().get(time - k), line, 0, 1 + k * d);
    }
    return line;
  }
}
