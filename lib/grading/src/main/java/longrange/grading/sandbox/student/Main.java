package longrange.grading.sandbox.student;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import longrange.grading.sandbox.wire.Bounds;
import longrange.grading.sandbox.wire.Line;
import longrange.grading.sandbox.wire.Peer;
import longrange.grading.sandbox.wire.Types;

/// The main class of an answer's process: connects to the tests and does what they ask.
///
/// The connection is a socket of its own, so that what an answer prints never mixes with what it
/// returns.
public final class Main {
  private Main() {}

  /// Serves until the tests have no more questions.
  ///
  /// @param arguments the socket, the size of a frame, the depth of a value
  public static void main(String[] arguments) throws IOException {
    fixHowProcessesStart();
    ShutDoors.now();
    Bounds bounds = new Bounds(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(Path.of(arguments[0])));
      Line line =
          new Line(
              Channels.newInputStream(channel), Channels.newOutputStream(channel), bounds.frame());
      Types types = new Types(Main.class.getClassLoader());
      Peer peer = new Peer(line, new Student(), types, bounds, false);
      peer.ready();
      peer.serve();
    }
  }

  /// An answer could choose another way than by the helper program, which the sandbox hides, but
  /// only before this class is initialised.
  private static void fixHowProcessesStart() {
    try {
      Class.forName("java.lang.ProcessImpl");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("This JDK starts processes in an unknown way.", e);
    }
  }
}
