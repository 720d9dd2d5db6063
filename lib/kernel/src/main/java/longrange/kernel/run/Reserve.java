package longrange.kernel.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Memory kept back for the moment when a cell has filled the heap: enough to say so, and to run
/// the cell that sets the large variable to null.
public final class Reserve {
  /// The compiler takes some 20 MB for a small cell.
  private static final int BLOCKS = 96;

  private static final int BLOCK = 256 * 1024;
  private static volatile @Nullable List<byte[]> kept;

  private Reserve() {}

  /// Takes the memory, unless it is held already or there is none.
  public static void keep() {
    if (kept != null) {
      return;
    }
    try {
      List<byte[]> blocks = new ArrayList<>(BLOCKS);
      for (int i = 0; i < BLOCKS; i++) {
        blocks.add(new byte[BLOCK]);
      }
      kept = blocks;
    } catch (OutOfMemoryError e) {
      // The heap is still full: whoever comes next tries again.
      kept = null;
    }
  }

  /// Gives it back where `error` says that the heap is full.
  public static void releaseOn(Throwable error) {
    if (error instanceof OutOfMemoryError) {
      kept = null;
    }
  }
}
