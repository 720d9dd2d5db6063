package longrange.linalg.kernels;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/// Lends large arrays, and takes all of them back at once when a training step is done.
///
/// A step of a hundred inputs writes some ten megabytes. Fresh from the garbage collector they
/// would first be cleared, and each is an allocation outside the young generation. What is lent
/// holds whatever the last user left. One thread at a time may use this.
public final class Buffers {
  private final Pool<double[]> doubles = new Pool<>(double[]::new, array -> array.length);
  private final Pool<float[]> floats = new Pool<>(float[]::new, array -> array.length);

  double[] lend64(int length) {
    return doubles.lend(length);
  }

  float[] lend32(int length) {
    return floats.lend(length);
  }

  /// Takes everything back. Nobody may still use what was lent.
  public void reclaim() {
    doubles.reclaim();
    floats.reclaim();
  }

  private static final class Pool<A> {
    private final IntFunction<A> maker;
    private final ToIntFunction<A> length;
    private final List<A> lent = new ArrayList<>();
    private List<A> free = new ArrayList<>();

    Pool(IntFunction<A> maker, ToIntFunction<A> length) {
      this.maker = maker;
      this.length = length;
    }

    A lend(int n) {
      A array = taken(n);
      lent.add(array);
      return array;
    }

    private A taken(int n) {
      for (Iterator<A> i = free.iterator(); i.hasNext(); ) {
        A array = i.next();
        if (length.applyAsInt(array) == n) {
          i.remove();
          return array;
        }
      }
      return maker.apply(n);
    }

    /// What was not lent since the last time is let go: a training that has changed its sizes does
    /// not keep the old ones.
    void reclaim() {
      free = new ArrayList<>(lent);
      lent.clear();
    }
  }
}
