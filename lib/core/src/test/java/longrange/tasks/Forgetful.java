package longrange.tasks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import longrange.tasks.TaskSpecimen.Sees;
import org.ejml.data.DMatrixRMaj;

/// The best answer without memory, learned from a batch: to all questions that look the same, the
/// mean of their right answers. The mean has the least squared error, and its logarithm the least
/// cross-entropy.
///
/// @param sees what makes two questions look different
/// @param means by what is seen, m numbers each
/// @param excess what the answers cost more than with the true means, about
record Forgetful(Sees sees, Map<Object, double[]> means, double excess) {
  /// Given to all classes together, lest one that was not seen costs an infinite loss.
  private static final double DOUBT = 1e-3;

  static Forgetful fitted(Sees sees, Batch batch) {
    Map<Object, double[]> means = new HashMap<>();
    Map<Object, Integer> counts = new HashMap<>();
    for (Target target : batch.targets()) {
      for (int row = 0; row < batch.size(); row++) {
        if (target.asked().get(row, 0) == 1) {
          Object seen = seen(sees, batch, target, row);
          double[] mean = means.computeIfAbsent(seen, s -> new double[target.values().numCols]);
          int count = counts.merge(seen, 1, Integer::sum);
          for (int j = 0; j < mean.length; j++) {
            mean[j] += (target.values().get(row, j) - mean[j]) / count;
          }
        }
      }
    }
    // Each fitted number costs half a nat, or one variance (below 1), of all questions together.
    double fitted =
        means.values().stream().flatMapToDouble(Arrays::stream).filter(mean -> mean != 0).count();
    double doubt = batch.loss() == Loss.CROSS_ENTROPY ? DOUBT : 0;
    return new Forgetful(sees, means, fitted / batch.questions() + doubt);
  }

  private static Object seen(Sees sees, Batch batch, Target target, int row) {
    return switch (sees) {
      case NOTHING -> "";
      case TIME -> target.time();
      case INPUT -> TaskSpecimen.symbol(TaskSpecimen.input(batch, target.time(), row));
    };
  }

  List<DMatrixRMaj> answers(Batch batch) {
    return batch.targets().stream().map(target -> answers(batch, target)).toList();
  }

  private DMatrixRMaj answers(Batch batch, Target target) {
    DMatrixRMaj answers = new DMatrixRMaj(batch.size(), target.values().numCols);
    for (int row = 0; row < batch.size(); row++) {
      double[] mean = means.get(seen(sees, batch, target, row));
      for (int j = 0; mean != null && j < mean.length; j++) {
        boolean classes = batch.loss() == Loss.CROSS_ENTROPY;
        double share = (1 - DOUBT) * mean[j] + DOUBT / mean.length;
        answers.set(row, j, classes ? Math.log(share) : mean[j]);
      }
    }
    return answers;
  }
}
