package longrange.grading.sandbox.student;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import longrange.grading.sandbox.wire.Bounds;
import longrange.grading.sandbox.wire.Line;
import longrange.grading.sandbox.wire.Peer;
import longrange.grading.sandbox.wire.Types;

/// Goes once through what an answer's process does, both ends in one process, so that the JVM can
/// note which classes a start needs.
public final class Rehearsal {
  private Rehearsal() {}

  /// Runs once from the first frame to the last.
  ///
  /// @param arguments none
  public static void main(String[] arguments) throws Throwable {
    Path folder = Files.createTempDirectory("rehearsal");
    Path socket = folder.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      Thread student = new Thread(() -> play(socket));
      student.start();
      try (SocketChannel channel = server.accept()) {
        ask(channel);
      }
      student.join();
    } finally {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(folder);
    }
  }

  private static void play(Path socket) {
    try {
      Main.main(new String[] {socket.toString(), String.valueOf(1 << 20), "8"});
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // a stand-in of the contract that was asked for
  private static void ask(SocketChannel channel) throws Throwable {
    Bounds bounds = new Bounds(1 << 20, 8);
    Line line =
        new Line(
            Channels.newInputStream(channel), Channels.newOutputStream(channel), bounds.frame());
    Types types = new Types(Rehearsal.class.getClassLoader());
    Peer tests = new Peer(line, new Student(), types, bounds, true);
    tests.awaitReady();
    var echo =
        (UnaryOperator<Object>) tests.load(UnaryOperator.class, Echo.class.getName(), files());
    Object unused = echo.apply(new double[][] {{1, 2}, {3, 4}});
    unused = echo.apply(Map.of("a", List.of(1, 2.5, "three")));
    try {
      unused = echo.apply(null);
    } catch (NullPointerException expected) {
      // An exception travels too.
    }
    tests.finish();
  }

  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (var in = Rehearsal.class.getResourceAsStream("Echo.class")) {
      files.put(Echo.class.getName(), in.readAllBytes());
    }
    return files;
  }
}
