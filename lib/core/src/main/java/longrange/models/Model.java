package longrange.models;

import java.util.List;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.tasks.Batch;
import org.ejml.data.DMatrixRMaj;

/// What a trainer needs to know of a model.
public interface Model {
  /// The matrices that training changes, in place, always in the same order.
  List<DMatrixRMaj> parameters();

  /// The mean loss over a batch, (1,1), recorded on the tape.
  Var loss(Tape tape, Batch batch);

  /// The mean loss over a batch, as a number.
  default double loss(Batch batch) {
    return loss(Tape.frozen(), batch).value().get(0);
  }
}
