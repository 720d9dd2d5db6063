package longrange.course.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Lets one `./course` at a time make one kind of thing. The system gives the lock back when its
/// holder ends, however it ends, so no lock is ever left behind.
public final class Lock implements AutoCloseable {
  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits for the lock, and says that it waits.
  ///
  /// @param what is made under it: `build`, `environment`, `mine` or `lab`
  public static Lock take(Tree tree, Terminal terminal, String what) throws IOException {
    Path file = Files.createDirectories(tree.made().resolve("locks")).resolve(what);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        terminal.say("Another ./course is at work in this folder (" + what + "): waiting for it.");
        channel.lock();
      }
      return new Lock(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
