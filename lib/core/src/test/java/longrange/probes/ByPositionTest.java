package longrange.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import longrange.autodiff.GradientCheck;
import longrange.autodiff.Var;
import longrange.cells.Rnn;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class ByPositionTest {
  private final Random random = new Random(5);
  private final Rnn rnn = Rnn.seeded(2, 3, random);
  private final List<DMatrixRMaj> inputs = Sequences.gaussian(6, 1, 2, 1, random);

  private Var last(List<Var> xs) {
    Var first = xs.getFirst();
    Var s = first.tape().constant(new DMatrixRMaj(first.value().getNumRows(), 3));
    for (Var x : xs) {
      s = rnn.step(x, s);
    }
    return s;
  }

  @Test
  void theGradientOfEveryPositionEqualsCentralDifferences() {
    List<DMatrixRMaj> gradients = new ByPosition(this::last).gradients(inputs);
    for (int t = 0; t < 6; t++) {
      int position = t;
      DMatrixRMaj differences =
          GradientCheck.jacobian(
              x -> {
                List<DMatrixRMaj> changed = new ArrayList<>(inputs);
                changed.set(position, x);
                return rnn.states(changed, new DMatrixRMaj(1, 3)).getLast();
              },
              inputs.get(t).copy());
      Agree.within(1e-9, differences, gradients.get(t));
    }
  }

  /// Through the state: `∂s_T/∂x_t = J_{T-t} ∂s_t/∂x_t`, with the probe's Jacobian.
  @Test
  void theGradientIsTheProbesJacobianTimesThatOfOneStep() {
    List<DMatrixRMaj> gradients = new ByPosition(this::last).gradients(inputs);
    Jacobians jacobians = JacobianProbe.of(rnn).run(inputs, new DMatrixRMaj(1, 3));
    for (int t = 1; t <= 6; t++) {
      List<DMatrixRMaj> upToThere = inputs.subList(0, t);
      DMatrixRMaj ofOneStep = new ByPosition(this::last).gradients(upToThere).getLast();
      DMatrixRMaj expected =
          CommonOps_DDRM.mult(jacobians.matrix(6 - t).toMatrix(), ofOneStep, null);
      Agree.within(1e-14, expected, gradients.get(t - 1));
    }
  }

  @Test
  void anInputWithoutAPathHasGradientZeroAndNoInfluence() {
    ByPosition second = new ByPosition(xs -> xs.get(1).tanh());
    assertEquals(Double.NEGATIVE_INFINITY, second.log10Gradients(inputs)[0]);
    assertTrue(second.log10Gradients(inputs)[1] > -3);
    double[] influence = second.influence(inputs, 10, random);
    assertEquals(0, influence[0]);
    assertTrue(influence[1] > 0.1);
  }

  @Test
  void aBatchOfTwoIsRefused() {
    ByPosition probe = new ByPosition(this::last);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> probe.gradients(Sequences.gaussian(6, 2, 2, 1, random)));
    assertEquals("the row is (2,2): need (1,2)", error.getMessage());
  }

  /// `y = 3 x` at x = 0: it moves by 3z, z normal with deviation 1, so by 3 in root mean square.
  @Test
  void theInfluenceIsARootMeanSquareOverTheDraws() {
    ByPosition triple = new ByPosition(xs -> xs.getFirst().scaled(3));
    double square = Math.pow(triple.influence(List.of(Matrices.row(0)), 2000, random)[0], 2);
    assertEquals(9, square, 4 * 9 * Math.sqrt(2.0 / 2000));
  }

  /// `tanh(40 x)` at x = 1: the slope is 0 to the last bit, and a new x still flips the sign.
  @Test
  void aSaturatedUnitHasInfluenceWithoutGradient() {
    ByPosition steep =
        new ByPosition(xs -> {
          Var x = xs.getFirst();
          return x.times(x.tape().constant(Matrices.row(40))).tanh();
        });
    List<DMatrixRMaj> one = List.of(Matrices.row(1));
    assertEquals(Double.NEGATIVE_INFINITY, steep.log10Gradients(one)[0]);
    assertTrue(steep.influence(one, 50, random)[0] > 1);
  }
}
