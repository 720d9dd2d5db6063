package longrange.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.ejml.data.DMatrixRMaj;

/// Says where two matrices differ.
public final class Agree {
  private Agree() {}

  /// Every entry differs by at most the tolerance, times the largest entry where that exceeds 1.
  public static void within(double tolerance, DMatrixRMaj expected, DMatrixRMaj actual) {
    assertEquals(Shapes.of(expected), Shapes.of(actual), "shape");
    double size = 1;
    for (int i = 0; i < expected.getNumElements(); i++) {
      size = Math.max(size, Math.abs(expected.get(i)));
    }
    for (int i = 0; i < expected.getNumElements(); i++) {
      double difference = Math.abs(expected.get(i) - actual.get(i));
      if (!(difference <= tolerance * size)) {
        fail(
            "entry %d: expected %.17g, was %.17g, %.1e apart"
                .formatted(i, expected.get(i), actual.get(i), difference));
      }
    }
  }
}
