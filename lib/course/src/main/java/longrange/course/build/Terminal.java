package longrange.course.build;

import java.io.Console;
import java.io.PrintStream;

/// What the user sees while a command works.
///
/// On a terminal a status line is overwritten by the next; elsewhere each is a line, so that a log
/// stays readable.
public final class Terminal {
  private final PrintStream out;
  private final boolean live;
  private int shown;

  /// @param out where to write
  /// @param live whether lines may be overwritten
  public Terminal(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /// Standard output, live where it is a terminal.
  // JDK 25 gives null again where there is no terminal, which 22 to 24 did not.
  @SuppressWarnings("SystemConsoleNull")
  public static Terminal standard() {
    Console console = System.console();
    return new Terminal(System.out, console != null && console.isTerminal());
  }

  /// A line that stays.
  public synchronized void say(String line) {
    wipe();
    out.println(line);
    out.flush();
  }

  /// What is being done now.
  public synchronized void status(String line) {
    if (!live) {
      say(line);
      return;
    }
    String cut = line.length() > 78 ? line.substring(0, 77) + "…" : line;
    wipe();
    out.print(cut);
    out.flush();
    shown = cut.length();
  }

  /// What is being done now, when it changes too often for a log.
  public synchronized void flicker(String line) {
    if (live) {
      status(line);
    }
  }

  private void wipe() {
    if (shown > 0) {
      out.print("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }
}
