package longrange.bench;

import java.util.Arrays;
import java.util.List;
import longrange.cells.Fused;
import longrange.linalg.Kernels;
import longrange.linalg.Matrices;
import longrange.linalg.kernels.Backend;
import longrange.linalg.kernels.Buffers;
import longrange.linalg.kernels.Precision;
import longrange.linalg.kernels.Sequence;
import longrange.models.SequenceModel;
import longrange.tasks.Batch;
import longrange.tasks.Target;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// Loss and gradients of a training step without a tape: the kernels' sequence called directly, and
/// the readout of one number and its squared error on bare arrays.
final class BareStep {
  private final SequenceModel model;
  private final Batch batch;
  private final Precision precision;
  private final Fused cell;
  private final Backend backend;
  private final Buffers buffers = new Buffers();

  /// Of the same numbers as a step on the tape.
  ///
  /// @throws IllegalStateException when the kernels of this process run no sequence as a whole
  BareStep(StepTask step, Precision precision) {
    this.model = step.model();
    this.batch = step.batch();
    this.precision = precision;
    this.cell = model.cell().fused().orElseThrow();
    this.backend =
        Kernels.chosen()
            .fusing()
            .orElseThrow(() ->
                new IllegalStateException(
                    "The kernels %s run no sequence as one operation: take rows or vector"
                        .formatted(Kernels.chosen().name())));
  }

  /// Loss, and the adjoints of the cell's weights, of V and of c.
  List<DMatrixRMaj> sweep() {
    buffers.reclaim();
    Sequence sequence =
        backend.run(
            precision,
            cell.wiring(),
            cell.weights(),
            batch.inputs(),
            model.zeroState(batch.size()),
            buffers);
    Target target = batch.targets().getFirst();
    DMatrixRMaj h = sequence.output(target.time());
    double[] slopes = new double[batch.size()];
    double loss = loss(h, target.values(), slopes);
    DMatrixRMaj dh = new DMatrixRMaj(h.getNumRows(), h.getNumCols());
    DMatrixRMaj dv = new DMatrixRMaj(h.getNumCols(), 1);
    readBack(h, slopes, dh, dv);
    Sequence.Adjoints adjoints = sequence.backward(new Last(target.time(), dh), false);
    var weights = adjoints.weights();
    return List.of(
        Matrices.row(loss),
        weights.wx(),
        weights.wh(),
        weights.b(),
        dv,
        Matrices.row(Arrays.stream(slopes).sum()));
  }

  /// The mean of `(h V + c - y)²`, and its slope by each answer.
  private double loss(DMatrixRMaj h, DMatrixRMaj values, double[] slopes) {
    double[] v = model.readout().v().data;
    double sum = 0;
    for (int row = 0; row < slopes.length; row++) {
      double answer = model.readout().c().get(0);
      for (int j = 0; j < v.length; j++) {
        answer += h.data[row * v.length + j] * v[j];
      }
      double error = answer - values.data[row];
      sum += error * error / slopes.length;
      slopes[row] = 2 * error / slopes.length;
    }
    return sum;
  }

  private void readBack(DMatrixRMaj h, double[] slopes, DMatrixRMaj dh, DMatrixRMaj dv) {
    double[] v = model.readout().v().data;
    for (int row = 0; row < slopes.length; row++) {
      for (int j = 0; j < v.length; j++) {
        dh.data[row * v.length + j] = slopes[row] * v[j];
        dv.data[j] += slopes[row] * h.data[row * v.length + j];
      }
    }
  }

  /// An adjoint that arrives at one output.
  private record Last(int time, DMatrixRMaj adjoint) implements Sequence.Seeds {
    @Override
    public @Nullable DMatrixRMaj output(int t) {
      return t == time ? adjoint : null;
    }

    @Override
    public @Nullable DMatrixRMaj state(int t) {
      return null;
    }
  }
}
