package longrange.bench;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// A [Work] with its numbers, ready to be done again and again.
interface Task {
  /// With weights and data that are drawn from one seed.
  static Task of(Work work) {
    return work.kind().equals("probe") ? new ProbeTask(work) : new StepTask(work);
  }

  /// Does it once.
  void run();

  /// What comes out before anything is learned: of a step the loss and all gradients, of a probe
  /// the logarithms of all norms.
  double[] result();

  /// All numbers that it starts from: weights, inputs, right answers.
  List<DMatrixRMaj> numbers();

  /// Writes them for another contender: the count of matrices, then each with its shape.
  default void write(DataOutputStream out) throws IOException {
    out.writeInt(numbers().size());
    for (DMatrixRMaj m : numbers()) {
      out.writeInt(m.getNumRows());
      out.writeInt(m.getNumCols());
      for (int i = 0; i < m.getNumElements(); i++) {
        out.writeDouble(m.get(i));
      }
    }
  }
}
