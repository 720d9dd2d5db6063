package longrange.models;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Activation;
import longrange.cells.Rnn;
import longrange.linalg.Matrices;
import longrange.linalg.Ridge;
import longrange.linalg.SpectralRadius;
import longrange.tasks.Batch;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// An echo state network (Jaeger 2001): a random recurrent network that is never trained, the
/// reservoir, and a readout that is fitted in one go.
///
/// No gradient goes through time, so none can vanish there. What the reservoir remembers, it
/// remembers by its weights: inputs of long ago must still echo in its state, and yet fade, and the
/// spectral radius of W sets how fast. On NARMA-10 a reservoir of 100 units has three quarters of
/// the error of the best linear map of the last 40 inputs, on Mackey–Glass a quarter.
///
/// @param reservoir fixed
/// @param readout fitted by ridge regression
public record EchoState(Rnn reservoir, Readout readout) implements Model {
  /// A tanh reservoir of random weights: W Gaussian and then scaled to a spectral radius, U and the
  /// bias uniform.
  ///
  /// @param radius ρ(W); a little below 1 is usual, and neither necessary nor sufficient for echoes
  ///   to fade
  /// @param reach U and the bias are uniform in ±reach
  public static Rnn reservoir(int d, int n, double radius, double reach, RandomGenerator random) {
    DMatrixRMaj wx = Matrices.uniform(d, n, reach, random);
    DMatrixRMaj wh = Matrices.gaussian(n, n, 1, random);
    CommonOps_DDRM.scale(radius / SpectralRadius.of(wh), wh);
    return new Rnn(wx, wh, Matrices.uniform(1, n, reach, random), Activation.TANH);
  }

  /// The network whose readout answers the questions of a batch best. Let the batch ask nothing of
  /// the first steps: there the state still remembers that it began at zero.
  ///
  /// @param lambda the penalty of large weights, see [Ridge]
  public static EchoState fitted(Rnn reservoir, Batch batch, double lambda) {
    DMatrixRMaj zero = new DMatrixRMaj(batch.size(), reservoir.stateSize());
    List<DMatrixRMaj> states = reservoir.states(batch.inputs(), zero);
    // The first of the states is before all. The bias is the weight of a column of ones.
    Batch.Asked asked = batch.asked(time -> withOnes(states.get(time + 1)));
    DMatrixRMaj fit = Ridge.fit(asked.seen(), asked.values(), lambda);
    int n = reservoir.stateSize();
    int m = fit.getNumCols();
    DMatrixRMaj v = CommonOps_DDRM.extract(fit, 0, n, 0, m);
    return new EchoState(reservoir, new Readout(v, CommonOps_DDRM.extract(fit, n, n + 1, 0, m)));
  }

  private static DMatrixRMaj withOnes(DMatrixRMaj states) {
    DMatrixRMaj ones = new DMatrixRMaj(states.getNumRows(), 1);
    CommonOps_DDRM.fill(ones, 1);
    return CommonOps_DDRM.concatColumns(states, ones, null);
  }

  /// None: a gradient changes nothing here.
  @Override
  public List<DMatrixRMaj> parameters() {
    return List.of();
  }

  @Override
  public List<Var> answers(Tape tape, Batch batch) {
    return new SequenceModel(reservoir, readout).answers(tape, batch);
  }
}
