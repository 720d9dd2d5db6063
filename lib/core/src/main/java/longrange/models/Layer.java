package longrange.models;

import java.util.List;
import longrange.autodiff.Var;
import org.ejml.data.DMatrixRMaj;

/// Takes a sequence to a sequence of the same length. What a model reads its answers from is made
/// of layers, recurrent or not.
public interface Layer {
  /// d, the columns of an input.
  int inputSize();

  /// The columns of an output.
  int outputSize();

  /// The matrices that training changes, in place, always in the same order.
  List<DMatrixRMaj> parameters();

  /// The outputs, one for each input.
  ///
  /// @param inputs T times (B,d), on one tape, at least one
  /// @return T times (B, outputSize)
  List<Var> outputs(List<Var> inputs);
}
