package longrange.cells;

import java.util.Random;
import java.util.stream.Stream;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;

/// A cell to be tested. Every test of all cells runs over [#all]: to have a new cell tested, add
/// its line there.
///
/// @param name as the test report shows it
/// @param cell with random weights
public record Specimen(String name, Cell cell) {
  /// Every cell of the library, and its corner cases.
  public static Stream<Specimen> all() {
    return Stream.of(
        new Specimen("tanh Rnn", rnn(3, 5, Activation.TANH)),
        new Specimen("linear Rnn", rnn(3, 5, Activation.IDENTITY)),
        new Specimen("tanh Rnn of one unit", rnn(1, 1, Activation.TANH)),
        new Specimen("tanh Rnn without input", rnn(0, 2, Activation.TANH)));
  }

  private static Rnn rnn(int d, int n, Activation phi) {
    Random random = new Random(n);
    DMatrixRMaj wx = Matrices.gaussian(d, n, 0.6, random);
    DMatrixRMaj wh = Matrices.gaussian(n, n, 0.4, random);
    return new Rnn(wx, wh, Matrices.gaussian(1, n, 0.3, random), phi);
  }

  @Override
  public String toString() {
    return name;
  }
}
