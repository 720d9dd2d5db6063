package longrange.exercises.toy;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One method for each way in which values travel.
public interface Everything {
  /// A record with an array in it.
  // Two of them are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record State(double[] h, int steps, Mood mood) {}

  /// An enum.
  enum Mood {
    CALM,
    WILD
  }

  @Nullable Object same(@Nullable Object value);

  State advanced(State state);

  void fill(double[][] a, List<Integer> list, Map<String, double[]> map);

  double[] kept(double[] a);

  double applied(DoubleUnaryOperator f, double x);

  DoubleUnaryOperator scaled(DoubleUnaryOperator f, double factor);

  Function<Integer, Integer> countdown(Function<Integer, Integer> next);
}
