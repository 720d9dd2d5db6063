package longrange.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecadesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1.0e+00",
    "24.08, 1.2e+24",
    "-411.47, 3.4e-412",
    "-0.301, 5.0e-01",
    "2.99999, 1.0e+03",
    "-Infinity, 0"
  })
  void aLogarithmIsPrintedAsItsNumber(double log10, String text) {
    assertEquals(text, Decades.text(log10));
  }
}
