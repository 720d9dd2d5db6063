package longrange.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class GlobalNormTest {
  private final DMatrixRMaj first = Matrices.row(3, 0);
  private final DMatrixRMaj second = Matrices.of(new double[][] {{0}, {-4}});
  private final List<DMatrixRMaj> gradients = List.of(first, second);

  @Test
  void allMatricesCountAsOneVector() {
    assertEquals(5, GlobalNorm.of(gradients), 1e-15);
  }

  /// EJML's own norm takes a matrix of NaN for zero: then a broken gradient would pass for a short
  /// one.
  @Test
  void aGradientThatIsNoNumberHasNoNorm() {
    assertEquals(Double.NaN, GlobalNorm.of(List.of(first, Matrices.row(Double.NaN))));
    assertEquals(
        Double.POSITIVE_INFINITY, GlobalNorm.of(List.of(Matrices.row(Double.NEGATIVE_INFINITY))));
  }

  @Test
  void aLongGradientIsShortenedAndKeepsItsDirection() {
    assertEquals(5, GlobalNorm.clip(gradients, 1), 1e-15);
    Agree.within(1e-15, Matrices.row(0.6, 0), first);
    Agree.within(1e-15, Matrices.of(new double[][] {{0}, {-0.8}}), second);
  }

  @Test
  void aGradientThatIsALittleTooLongIsShortened() {
    GlobalNorm.clip(gradients, 4.9);
    assertEquals(4.9, GlobalNorm.of(gradients), 1e-15);
  }

  @Test
  void aShortOrZeroGradientStaysAsItIs() {
    assertEquals(5, GlobalNorm.clip(gradients, 5.1), 1e-15);
    Agree.within(0, Matrices.row(3, 0), first);
    DMatrixRMaj zero = Matrices.row(0, 0);
    assertEquals(0, GlobalNorm.clip(List.of(zero), 1));
    Agree.within(0, Matrices.row(0, 0), zero);
  }
}
