package longrange.graders;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.function.Supplier;

/// What an answer does with its arguments, and with what it has returned: leaves them as they are,
/// and refuses bad ones.
public final class Arguments {
  private Arguments() {}

  /// A copy of a matrix, to hand out and to compare with afterwards.
  public static double[][] copy(double[][] a) {
    return Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
  }

  /// Fails when an argument is no longer what it was.
  ///
  /// @param name what the contract calls it
  public static void unchanged(String call, String name, double[][] before, double[][] after) {
    if (!Arrays.deepEquals(before, after)) {
      fail(
          """
          tried: %s
          afterwards %s was: %s
          expected: %s, as before the call
          hint: Your method writes into its argument %s. Compute in an array of your own.\
          """
              .formatted(call, name, Numbers.words(after), Numbers.words(before), name));
    }
  }

  /// Fails when two calls returned the same array, or two with a row in common. Changes the first.
  public static void separate(String call, double[][] first, double[][] second) {
    double[][] kept = copy(second);
    Arrays.stream(first).forEach(row -> Arrays.fill(row, Double.NaN));
    if (!Arrays.deepEquals(kept, second)) {
      fail(
          """
          tried: %s, twice
          came back: one array for both calls, or two with a row in common
          expected: a new array at every call
          hint: Whoever changes what the first call returned would change what the second did. Make\
           the array inside the method, and keep none in a field.\
          """
              .formatted(call));
    }
  }

  /// Fails when a call does not throw an `IllegalArgumentException`.
  ///
  /// @param what what was tried, and why it is bad
  public static void refused(String what, Supplier<Object> call) {
    Object came;
    try {
      came = call.get();
    } catch (IllegalArgumentException expected) {
      return;
    } catch (NullPointerException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      came = "an exception of another kind, " + e.getClass().getSimpleName();
    }
    fail(
        """
        tried: %s
        came back: %s
        expected: an IllegalArgumentException
        hint: Look at the shape of the argument first, before any arithmetic, and throw there.\
        """
            .formatted(what, came instanceof Double x ? Numbers.words(x) : came));
  }
}
