package longrange.course.build;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Objects;

/// The command cannot go on, for a reason that the user can do something about. The message is all
/// that is shown: what is wrong, and the way out.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Ran, and found failures.
  public static final int FAILED = 1;

  /// Wrong use of the command.
  public static final int USAGE = 2;

  /// The machine lacks something.
  public static final int MACHINE = 3;

  /// A tool that unpacks gives up some megabytes before the last.
  private static final long NO_ROOM = 4L << 20;

  private final int code;

  private Refusal(int code, String message, Throwable cause) {
    super(message, cause, false, false);
    this.code = code;
  }

  private Refusal(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /// It ran, and the result is a failure.
  public static Refusal failed(String sentence) {
    return new Refusal(FAILED, sentence);
  }

  /// The command was used in a way it has no meaning for.
  public static Refusal usage(String sentence) {
    return new Refusal(USAGE, sentence);
  }

  /// This machine lacks something; the sentence names it and what installs it.
  public static Refusal machine(String sentence) {
    return new Refusal(MACHINE, sentence);
  }

  /// What a failed access to a file means to the user.
  public static Refusal of(IOException e) {
    String why = String.valueOf(e.getMessage());
    String file =
        e instanceof FileSystemException f && f.getFile() != null ? f.getFile() : "a file";
    if (isDiskFull(why)) {
      return new Refusal(MACHINE, DISK_FULL, e);
    }
    if (e instanceof AccessDeniedException || why.contains("Permission denied")) {
      return new Refusal(MACHINE, NOT_WRITABLE.formatted(file), e);
    }
    if (why.contains("Read-only file system")) {
      return new Refusal(MACHINE, NOT_WRITABLE.formatted(file), e);
    }
    return new Refusal(
        MACHINE, "A file could not be used: " + e.getClass().getSimpleName() + ": " + why, e);
  }

  /// This, or, where there is no room left on the disk, just that: a tool that cannot write says
  /// anything, or nothing.
  public Refusal unlessDiskIsFull(Tree tree) {
    return tree.hasLessThan(NO_ROOM) ? machine(DISK_FULL) : this;
  }

  /// Whether a message of the system or of a tool says that there is no space left.
  public static boolean isDiskFull(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    return text.contains("no space left on device") || text.contains("disk quota exceeded");
  }

  /// What to do about a full disk.
  public static final String DISK_FULL =
      "The disk (or that of /tmp) is full: make room (the course needs about 1 GB) and give the"
          + " same command again; it goes on where it stopped.";

  private static final String NOT_WRITABLE =
      "%s cannot be written: the course keeps what it makes in its own folder. Copy the course to a"
          + " folder of yours (cp -r) and start it there.";

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /// The exit code of the command.
  public int code() {
    return code;
  }
}
