package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PredictionsTest {
  private static final String NORM = "norm after 100 steps";
  private final Predictions predictions = new Predictions();

  @Test
  void asItStandsThereIsNoPredictionYetAndNothingFails() {
    String text = predictions.predict(NORM, Notebook.UNKNOWN).text();
    assertTrue(text.startsWith("No prediction yet for: " + NORM), text);
    assertEquals(
        NORM + ": measured 0.0148 (no prediction).", predictions.measured(NORM, 0.0148).text());
  }

  @Test
  void aPredictionStandsBesideTheMeasuredValue() {
    predictions.predict(NORM, 1e5);
    View view = predictions.measuredLog10(NORM, -1.83);
    assertTrue(view.text().contains("your prediction  100,000"), view.text());
    assertTrue(view.text().contains("measured         0.0148"), view.text());
    assertTrue(view.text().contains("6.8 orders of magnitude too large"), view.text());
    assertTrue(view.html().contains("alt=\"" + NORM + ": predicted 100,000, measured 0.0148.\""));
  }

  @Test
  void valuesOfOneSizeAreComparedWithoutALogarithm() {
    predictions.predict("loss", 0.2);
    String text = predictions.measured("loss", 0.1667).text();
    assertTrue(text.contains("difference       0.0333"), text);
  }

  @Test
  void aFactorIsSaidAsAFactor() {
    predictions.predict("loss", 1);
    String text = predictions.measured("loss", 10).text();
    assertTrue(text.contains("a factor of 10 too small"), text);
  }

  @Test
  void aNegativePredictionOfAPositiveValueHasNoLogarithm() {
    predictions.predict("slope", -1);
    View view = predictions.measured("slope", 40);
    assertTrue(view.text().contains("−41"), view.text());
    assertFalse(view.text().contains("orders"), view.text());
  }

  @Test
  void anExactZeroIsMeasuredAsZero() {
    predictions.predict(NORM, 3);
    String text = predictions.measuredLog10(NORM, Double.NEGATIVE_INFINITY).text();
    assertTrue(text.contains("measured         0"), text);
  }

  @Test
  void aPredictionCanBeTakenBack() {
    predictions.predict(NORM, 3);
    predictions.predict(NORM, Notebook.UNKNOWN);
    assertTrue(predictions.measured(NORM, 2).text().contains("no prediction"));
  }
}
