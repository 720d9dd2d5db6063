package longrange.models;

import java.util.List;
import longrange.autodiff.Losses;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.tasks.Batch;
import longrange.tasks.Target;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Answers the questions of a batch. This is what a trainer needs to know of a model.
public interface Model {
  /// The matrices that training changes, in place, always in the same order.
  List<DMatrixRMaj> parameters();

  /// The answers to a batch's questions, recorded on the tape.
  ///
  /// @return for each target one, (B,m)
  List<Var> answers(Tape tape, Batch batch);

  /// How many numbers training changes.
  default int parameterCount() {
    return parameters().stream().mapToInt(DMatrixRMaj::getNumElements).sum();
  }

  /// The mean loss over all questions of a batch, (1,1), recorded on the tape.
  default Var loss(Tape tape, Batch batch) {
    return loss(tape, batch, batch.targets(), answers(tape, batch));
  }

  /// The share of some of a batch's targets in its mean loss, (1,1): over all targets these shares
  /// add up to it.
  ///
  /// @param answers for each of these targets one, (B,m)
  static Var loss(Tape tape, Batch batch, List<Target> targets, List<Var> answers) {
    Var sum = tape.constant(new DMatrixRMaj(1, 1));
    for (int i = 0; i < answers.size(); i++) {
      Target target = targets.get(i);
      DMatrixRMaj weights = target.asked().copy();
      CommonOps_DDRM.divide(weights, batch.questions());
      sum =
          sum.plus(
              switch (batch.loss()) {
                case SQUARED_ERROR -> Losses.squaredError(answers.get(i), target.values(), weights);
                case CROSS_ENTROPY -> Losses.crossEntropy(answers.get(i), target.values(), weights);
              });
    }
    return sum;
  }

  /// The mean loss over a batch, as a number.
  default double loss(Batch batch) {
    return batch.lossOf(values(batch));
  }

  /// The share of questions that are answered with the right class.
  default double accuracy(Batch batch) {
    return batch.accuracyOf(values(batch));
  }

  private List<DMatrixRMaj> values(Batch batch) {
    return answers(Tape.frozen(), batch).stream().map(Var::value).toList();
  }
}
