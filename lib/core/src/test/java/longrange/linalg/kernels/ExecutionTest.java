package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import longrange.linalg.Kernels;
import org.junit.jupiter.api.Test;

/// The suite runs several times, each time on other kernels: that it really does.
///
/// What a run is for stands in the module's pom, as the property `longrange.expected`: the name of
/// kernels, and for vectors their bits.
class ExecutionTest {
  @Test
  void thisRunIsOnTheKernelsThatItIsFor() {
    String expected = System.getProperty("longrange.expected", "");
    assumeFalse(expected.isEmpty(), "no run of the build: nothing is expected of it");
    String[] words = expected.split(" ", 2);
    if (words[0].equals("vector")) {
      beOfBits(Integer.parseInt(words[1]));
    }
    assertEquals(words[0], Kernels.chosen().name());
  }

  /// A processor may have narrower vectors, or none that are of use: no fault of the build, but it
  /// has to be seen. A flag that makes them narrower is one.
  private static void beOfBits(int expected) {
    Optional<Hindrance> hindrance = BackendChoice.hindrance();
    assertFalse(
        hindrance.flatMap(Hindrance::remedy).isPresent(),
        () -> hindrance.map(Hindrance::sentence).orElseThrow());
    assumeTrue(hindrance.isEmpty(), () -> "this run is on plain Java: " + hindrance.orElseThrow());
    int bits = new VectorArithmetic64().lanes() * Double.SIZE;
    assertEquals(bits, new VectorArithmetic32().lanes() * Float.SIZE);
    boolean byFlag =
        VmOption.of("MaxVectorSize")
            .filter(size -> size.given() && size.isBelow(expected / Byte.SIZE))
            .isPresent();
    assumeTrue(
        bits >= expected || byFlag,
        () ->
            "this processor's vectors are %d bits wide: this run is on those, not on %d"
                .formatted(bits, expected));
    assertEquals(expected, bits, "bits of a vector");
  }
}
