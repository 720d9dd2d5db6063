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
    Batch.Asked asked = batch.asked(time -> line(taps, batch, time));
    int rows = asked.seen().getNumRows();
    int columns = asked.seen().getNumCols();
    Need.that(
        rows >= columns,
        "%d answers cannot fit %d weights: draw a larger batch".formatted(rows, columns));
    DMatrixRMaj weights = new DMatrixRMaj(columns, asked.values().getNumCols());
    // By singular values, because inputs may be linearly dependent: the columns of a symbol add up
    // to the constant.
    var solver = LinearSolverFactory_DDRM.pseudoInverse(true);
    solver.setA(asked.seen());
    solver.solve(asked.values(), weights);
    return new DelayLine(taps, weights);
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
