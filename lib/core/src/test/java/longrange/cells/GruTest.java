package longrange.cells;

import static longrange.cells.Gru.Reset.AFTER_PRODUCT;
import static longrange.cells.Gru.Reset.BEFORE_PRODUCT;
import static longrange.cells.Gru.Update.Z_KEEPS;
import static longrange.cells.Gru.Update.Z_REPLACES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import longrange.probes.JacobianProbe;
import longrange.probes.Jacobians;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GruTest {
  private static final int D = 2;
  private static final int N = 3;

  private final Random random = new Random(5);
  private final List<DMatrixRMaj> inputs = Sequences.gaussian(6, 1, D, 1, random);
  private final DMatrixRMaj start = Matrices.gaussian(1, N, 1, random);

  /// Two units by hand, h = (1, -1), without weights on r and z but for their biases: r = (¾, ¼), z
  /// = ¼. With U swapping the units, h̃ is `tanh(¼ · -1, ¾ · 1)` where r acts before the product,
  /// and `tanh(¾ · -1, ¼ · 1)` where it acts after.
  @Test
  void eachVariantDoesWhatItsNameSays() {
    double ln3 = Math.log(3);
    DMatrixRMaj b = Matrices.row(ln3, -ln3, -ln3, -ln3, 0, 0);
    DMatrixRMaj swap = Matrices.of(new double[][] {{0, 1}, {1, 0}});
    double quarter = Math.tanh(0.25);
    double threeQuarters = Math.tanh(0.75);
    for (Gru.Update update : Gru.Update.values()) {
      double kept = update == Z_KEEPS ? 0.25 : 0.75;
      double replaced = 1 - kept;
      Agree.within(
          1e-15,
          Matrices.row(kept - replaced * quarter, -kept + replaced * threeQuarters),
          twoUnits(swap, b, update, BEFORE_PRODUCT));
      Agree.within(
          1e-15,
          Matrices.row(kept - replaced * threeQuarters, -kept + replaced * quarter),
          twoUnits(swap, b, update, AFTER_PRODUCT));
    }
  }

  private static DMatrixRMaj twoUnits(
      DMatrixRMaj u, DMatrixRMaj b, Gru.Update update, Gru.Reset reset) {
    DMatrixRMaj wx = new DMatrixRMaj(1, 6);
    Gru gru = new Gru(wx, new DMatrixRMaj(2, 4), u, b, update, reset, Paths.TOTAL);
    return gru.states(List.of(Matrices.row(0)), Matrices.row(1, -1)).getLast();
  }

  /// "Either is fine": `1 - σ(a) = σ(-a)`, so the sign of z's weights goes from one to the other.
  @ParameterizedTest
  @EnumSource(Gru.Reset.class)
  void theTwoConventionsOfZDifferByTheSignOfItsWeightsOnly(Gru.Reset reset) {
    Gru keeps = Gru.seeded(D, N, Z_KEEPS, reset, random).withUpdateBias(0.7);
    Gru replaces =
        new Gru(
            zNegated(keeps.wx()),
            zNegated(keeps.wh()),
            keeps.u(),
            zNegated(keeps.b()),
            Z_REPLACES,
            reset,
            Paths.TOTAL);
    Jacobians first = JacobianProbe.of(keeps).run(inputs, start);
    Jacobians second = JacobianProbe.of(replaces).run(inputs, start);
    for (int k = 0; k <= inputs.size(); k++) {
      Agree.within(1e-15, first.states().get(k), second.states().get(k));
      Agree.within(1e-15, first.matrix(k).toMatrix(), second.matrix(k).toMatrix());
    }
  }

  /// Whoever takes weights from the other convention without a word has another network.
  @Test
  void theSameWeightsMeanAnotherNetworkInTheOtherConvention() {
    Gru keeps = Gru.seeded(D, N, Z_KEEPS, BEFORE_PRODUCT, new Random(1));
    Gru replaces = Gru.seeded(D, N, Z_REPLACES, BEFORE_PRODUCT, new Random(1));
    assertEquals(keeps.wh().get(3), replaces.wh().get(3));
    DMatrixRMaj difference =
        CommonOps_DDRM.subtract(
            keeps.states(inputs, start).getLast(), replaces.states(inputs, start).getLast(), null);
    assertTrue(CommonOps_DDRM.elementMaxAbs(difference) > 0.01);
  }

  /// One number commutes with itself.
  @Test
  void withOneUnitThePlaceOfTheResetGateMakesNoDifference() {
    Gru before = Gru.seeded(D, 1, Z_KEEPS, BEFORE_PRODUCT, new Random(1));
    Gru after = Gru.seeded(D, 1, Z_KEEPS, AFTER_PRODUCT, new Random(1));
    DMatrixRMaj s0 = Matrices.row(0.5);
    Agree.within(1e-15, before.states(inputs, s0).getLast(), after.states(inputs, s0).getLast());
  }

  /// With a bias of -3 on every z and no other way into it, the share that is kept is `σ(3)` in the
  /// one convention and `σ(-3)` in the other.
  @Test
  void theDirectPathIsTheShareThatIsKept() {
    double open = 1 / (1 + Math.exp(-3));
    for (Gru.Update update : Gru.Update.values()) {
      Gru gru = Gru.seeded(0, N, update, BEFORE_PRODUCT, random).withUpdateBias(-3);
      CommonOps_DDRM.fill(gru.wh(), 0);
      double kept = update == Z_REPLACES ? open : 1 - open;
      Jacobians direct =
          JacobianProbe.of(gru.along(Paths.DIRECT)).run(Sequences.zeros(5, 1, 0), start);
      for (int k = 0; k <= 5; k++) {
        double power = Math.pow(kept, k);
        Agree.within(1e-15, Matrices.diagonal(power, power, power), direct.matrix(k).toMatrix());
      }
      DMatrixRMaj whole = JacobianProbe.of(gru).run(Sequences.zeros(5, 1, 0), start).step(1);
      DMatrixRMaj rest = CommonOps_DDRM.subtract(whole, direct.step(1), null);
      assertTrue(CommonOps_DDRM.elementMaxAbs(rest) > 0.01);
    }
  }

  @Test
  void weightsThatDoNotFitAreNamedInOneSentence() {
    assertRefused("U is (3,2): need (3,3)", 9, 6, 2, 9);
    assertRefused("Wh is (3,9): need (3,6)", 9, 9, 3, 9);
    assertRefused("Wx is (2,6): need (2,9)", 6, 6, 3, 9);
    assertRefused("b is (1,6): need (1,9)", 9, 6, 3, 6);
  }

  private static void assertRefused(String sentence, int x, int h, int u, int b) {
    DMatrixRMaj wx = new DMatrixRMaj(D, x);
    DMatrixRMaj wh = new DMatrixRMaj(N, h);
    DMatrixRMaj wu = new DMatrixRMaj(N, u);
    DMatrixRMaj bias = new DMatrixRMaj(1, b);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Gru(wx, wh, wu, bias, Z_KEEPS, BEFORE_PRODUCT, Paths.TOTAL));
    assertEquals(sentence, error.getMessage());
  }

  /// A copy in which the columns of z, the second block of n, have the other sign.
  private static DMatrixRMaj zNegated(DMatrixRMaj weights) {
    DMatrixRMaj negated = weights.copy();
    for (int i = 0; i < weights.numRows; i++) {
      for (int j = N; j < 2 * N; j++) {
        negated.set(i, j, -weights.get(i, j));
      }
    }
    return negated;
  }
}
