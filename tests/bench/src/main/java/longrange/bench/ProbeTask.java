package longrange.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import longrange.cells.Activation;
import longrange.cells.Rnn;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import longrange.probes.JacobianProbe;
import org.ejml.data.DMatrixRMaj;

/// The exact spectral norms `‖∂h_T/∂h_{T-k}‖` for every lag k from 1 to T of a tanh network,
/// forward pass included. The network has gain 1.4, where Jacobians neither vanish nor explode at
/// once.
final class ProbeTask implements Task {
  private static final double GAIN = 1.4;

  private final Rnn rnn;
  private final List<DMatrixRMaj> inputs;

  ProbeTask(Work work) {
    Random random = new Random(7);
    int n = work.units();
    rnn =
        new Rnn(
            Matrices.uniform(2, n, 1 / Math.sqrt(n), random),
            Matrices.gaussian(n, n, GAIN / Math.sqrt(n), random),
            new DMatrixRMaj(1, n),
            Activation.TANH);
    inputs = Sequences.gaussian(work.steps(), 1, 2, 1, random);
  }

  @Override
  public void run() {
    double[] _ = log10Norms();
  }

  private double[] log10Norms() {
    DMatrixRMaj s0 = new DMatrixRMaj(1, rnn.stateSize());
    return JacobianProbe.of(rnn).run(inputs, s0).log10Norms();
  }

  @Override
  public List<DMatrixRMaj> result() {
    return Arrays.stream(log10Norms())
        .skip(1)
        .mapToObj(x -> Matrices.row(Math.pow(10, x)))
        .toList();
  }

  @Override
  public List<DMatrixRMaj> numbers() {
    List<DMatrixRMaj> numbers = new ArrayList<>(rnn.parameters());
    numbers.addAll(inputs);
    return numbers;
  }
}
