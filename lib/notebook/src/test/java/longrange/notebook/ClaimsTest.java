package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ClaimsTest {
  @Test
  void whatHoldsIsPrintedWithTheComputedValue() {
    assertEquals(
        "✓ Holds: peak norm = 19.37 (the text says 19.4, to within 0.05)",
        Claims.check("peak norm", 19.37, 19.4, 0.05).text());
  }

  @Test
  void aClaimWithoutToleranceIsSaidToBeExact() {
    assertEquals(
        "✓ Holds: norm of W² = 0 (the text says 0, exactly)",
        Claims.check("norm of W²", 0, 0, 0).text());
  }

  @Test
  void whatDoesNotHoldFailsTheCellWithBothNumbers() {
    var e =
        assertThrows(AssertionError.class, () -> Claims.check("0.9⁹⁹", 2.9513e-5, 2.65e-5, 5e-8));
    assertEquals(
        "Not so: 0.9⁹⁹ = 2.951·10⁻⁵ (the text says 2.65·10⁻⁵, to within 5·10⁻⁸); computed 2.9513E-5",
        e.getMessage());
  }

  @Test
  void aValueThatIsNotANumberNeverHolds() {
    assertThrows(AssertionError.class, () -> Claims.check("norm", Double.NaN, 1, 1));
    assertThrows(AssertionError.class, () -> Claims.check(false, "W is normal"));
  }
}
