package longrange.course.grade;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import longrange.course.build.Terminal;

/// Ends a run on Ctrl-C: takes away what would be left behind, and says what is done and how to go
/// on. The results that are there are safe at any moment; nothing has to be saved here.
public final class Stopping implements AutoCloseable {
  /// A part of the run that can be ended from another thread.
  @FunctionalInterface
  public interface Part {
    /// Ends it and deletes its files, but for results.
    void stop() throws IOException;
  }

  private final Thread hook;

  /// @param progress says how far the run is
  /// @param parts in the order in which they are to end
  public Stopping(Terminal terminal, ProgressLine progress, Part... parts) {
    hook = new Thread(() -> stop(terminal, progress, parts));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void stop(Terminal terminal, ProgressLine progress, Part... parts) {
    for (Part part : parts) {
      try {
        part.stop();
      } catch (IOException e) {
        terminal.say("Something is left behind: " + e.getMessage());
      }
    }
    terminal.say("Stopped with " + progress + " graded. The same command goes on from there.");
  }

  /// The run has come to its end by itself. If it has been stopped, this thread has nothing to say
  /// any more, whatever it has run into.
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      while (true) {
        LockSupport.park();
      }
    }
  }
}
