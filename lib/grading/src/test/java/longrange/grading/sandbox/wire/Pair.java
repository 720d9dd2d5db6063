package longrange.grading.sandbox.wire;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import longrange.exercises.toy.Everything;
import org.jspecify.annotations.Nullable;

/// Both ends of a connection, in one process: the tests' on this thread, an answer's on another.
final class Pair implements AutoCloseable {
  static final Bounds BOUNDS = new Bounds(1 << 20, 16);

  /// What the tests' end heard.
  static final class Heard implements Peer.Owner {
    final List<String> originals = new ArrayList<>();
    final List<byte[]> outcomes = new ArrayList<>();
    @Nullable IOException lost;

    @Override
    public Error lost(IOException why) {
      lost = why;
      return new AssertionError(why);
    }

    @Override
    public Throwable refused(String message, boolean large) {
      return new UnsupportedOperationException((large ? "large: " : "") + message);
    }

    @Override
    public Throwable thrown(Throwable rebuilt, String originalClass) {
      originals.add(originalClass);
      return rebuilt;
    }

    @Override
    public void replied(java.lang.reflect.Method method, byte[] outcome) {
      outcomes.add(outcome);
    }
  }

  final Heard heard = new Heard();
  final Peer tests;
  final SocketChannel far;
  private final SocketChannel near;

  Pair(Path folder) throws IOException {
    Path socket = folder.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      far = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      near = server.accept();
    } finally {
      Files.deleteIfExists(socket);
    }
    tests = new Peer(line(near), heard, types(), BOUNDS, true);
  }

  static Line line(SocketChannel channel) {
    return new Line(
        Channels.newInputStream(channel), Channels.newOutputStream(channel), BOUNDS.frame());
  }

  private static Types types() {
    return new Types(Everything.class.getClassLoader());
  }

  /// The stand-in of an answer at the far end.
  Everything answer(Everything answer) throws Throwable {
    Peer student =
        new Peer(
            line(far),
            new Peer.Owner() {
              @Override
              public Error lost(IOException why) {
                return new AssertionError(why);
              }

              @Override
              public Throwable refused(String message, boolean large) {
                return new IllegalStateException(message);
              }

              @Override
              public Object load(Class<?> contract, String name, Map<String, byte[]> classes) {
                return answer;
              }
            },
            types(),
            BOUNDS,
            false);
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            student.serve();
          } catch (IOException e) {
            // The end of the test is the end of the connection.
          }
        });
    return (Everything) tests.load(Everything.class, "Answer", Map.of());
  }

  @Override
  public void close() throws IOException {
    far.close();
    near.close();
  }
}
