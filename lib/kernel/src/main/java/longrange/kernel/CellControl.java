package longrange.kernel;

import java.time.Duration;

/// Power over the threads that run cell code, and knowledge of where it stands. The kernel that
/// extensions are given implements it.
public interface CellControl {
  /// Really stops the cell code that runs on one thread, and on threads it started: code of any
  /// class declared in a cell ends at its next loop or call. The thread is interrupted too, so that
  /// it does not sleep on. Code of the asking thread goes on, as does that of all others.
  ///
  /// Code of a library is not stopped: a thread that stays in it stops when it comes back to cell
  /// code.
  ///
  /// @param thread not the calling one
  /// @param patience how long to wait for its end
  /// @return whether the thread has ended
  /// @throws InterruptedException if the caller is interrupted meanwhile
  boolean stop(Thread thread, Duration patience) throws InterruptedException;

  /// Where a frame of cell code stands, as in `cell [3], line 2`. A cell's class file counts its
  /// lines otherwise than the cell does.
  ///
  /// @return empty for a frame of any other code
  String place(StackTraceElement frame);
}
