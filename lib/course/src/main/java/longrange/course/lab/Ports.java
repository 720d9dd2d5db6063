package longrange.course.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import longrange.course.build.Refusal;

/// Chooses the port that JupyterLab listens on.
public final class Ports {
  /// Jupyter's own.
  private static final int USUAL = 8888;

  private static final int TRIED = 50;

  private Ports() {}

  /// The port that was asked for, if it is free; without one, the first free from the usual one on.
  ///
  /// @throws Refusal when there is none
  public static int choose(OptionalInt asked) {
    if (asked.isPresent()) {
      if (asked.getAsInt() < 1 || asked.getAsInt() > 65_535) {
        throw Refusal.usage("--port takes a number from 1 to 65535.");
      }
      if (!isFree(asked.getAsInt())) {
        throw Refusal.machine(
            "Port %d is in use or not allowed to you: name another, or leave --port out and a free one is chosen."
                .formatted(asked.getAsInt()));
      }
      return asked.getAsInt();
    }
    return IntStream.range(USUAL, USUAL + TRIED)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(() ->
            Refusal.machine(
                "The ports %d to %d are all in use: name a free one with --port."
                    .formatted(USUAL, USUAL + TRIED - 1)));
  }

  /// Whether nobody listens there, and this user may.
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
