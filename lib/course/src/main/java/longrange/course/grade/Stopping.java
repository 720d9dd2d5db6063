package longrange.course.grade;

import longrange.course.build.Terminal;

/// Says on Ctrl-C what is done and how to go on. The results that are there are safe at any moment;
/// nothing has to be saved here.
public final class Stopping implements AutoCloseable {
  private final Thread hook;

  /// @param progress says how far the run is
  public Stopping(Terminal terminal, ProgressLine progress) {
    hook =
        new Thread(() ->
            terminal.say(
                "Stopped with " + progress + " graded. The same command goes on from there."));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// The run has come to its end by itself.
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is running: the process was told to end a moment ago.
      return;
    }
  }
}
