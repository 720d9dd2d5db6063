package longrange.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.linalg.Need;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;

/// A task on a series: at every step one number is read and one is asked, once the beginning has
/// been washed out.
///
/// The usual figure is the NRMSE, `√(loss / baseline)`. Take [DelayLine] as the control: a network
/// has shown nothing until it does better than a linear map of the last few inputs.
public interface SeriesTask extends Task {
  /// So many first steps are read and not asked: what went before them is forgotten by then.
  // Not a constant of the compiler's, which would leave no trace in an answer that uses it.
  int WASHOUT = Integer.valueOf(100);

  /// T, the steps of a series, more than [#WASHOUT].
  int length();

  /// The same task on series of another length.
  SeriesTask ofLength(int other);

  /// Draws one series, (T,2): what is read and what is asked.
  DMatrixRMaj series(RandomGenerator random);

  @Override
  default Sizes sizes() {
    return new Sizes(1, 1);
  }

  /// Sees nothing, and answers the mean, so this is the variance of what is asked. No closed form
  /// is known, so this is an estimate from 200,000 values. Neighbours resemble each other and count
  /// as some ten thousand, which leaves about one in a hundred.
  @Override
  default double baseline() {
    SeriesTask longer = ofLength(WASHOUT + 2000);
    Random random = new Random(1);
    double[] values =
        Stream.generate(() -> longer.series(random))
            .limit(100)
            .flatMapToDouble(series ->
                IntStream.range(WASHOUT, longer.length()).mapToDouble(t -> series.get(t, 1)))
            .toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  @Override
  default Batch batch(int size, RandomGenerator random) {
    List<DMatrixRMaj> inputs = Sequences.zeros(length(), size, 1);
    List<DMatrixRMaj> values = Sequences.zeros(length(), size, 1);
    for (int row = 0; row < size; row++) {
      DMatrixRMaj series = series(random);
      for (int t = 0; t < length(); t++) {
        inputs.get(t).set(row, 0, series.get(t, 0));
        values.get(t).set(row, 0, series.get(t, 1));
      }
    }
    List<Target> targets = new ArrayList<>();
    for (int t = WASHOUT; t < length(); t++) {
      targets.add(Target.toAll(t, values.get(t)));
    }
    return new Batch(inputs, targets, Loss.SQUARED_ERROR);
  }

  /// Refuses a series that is over before anything is asked.
  static void needLength(int length) {
    Need.that(length > WASHOUT, "length", length, "more than the washout of " + WASHOUT);
  }
}
