package longrange.kernel.wire;

import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;

/// The five sockets of a kernel, and where the connection file says they are.
public enum Channel {
  /// Interrupt and shutdown; served before the shell's requests.
  CONTROL(SocketType.ROUTER),
  /// Cells to run, and questions about code.
  SHELL(SocketType.ROUTER),
  /// Lines that the user types.
  STDIN(SocketType.ROUTER),
  /// All that a cell shows, to every client.
  IOPUB(SocketType.PUB),
  /// An echo that proves the kernel alive.
  HEARTBEAT(SocketType.REP);

  final SocketType socket;

  Channel(SocketType socket) {
    this.socket = socket;
  }

  String address(KernelConnectionProperties at) {
    String separator = at.getTransport().equals("ipc") ? "-" : ":";
    return at.getTransport() + "://" + at.getIp() + separator + port(at);
  }

  private int port(KernelConnectionProperties at) {
    return switch (this) {
      case CONTROL -> at.getControlPort();
      case SHELL -> at.getShellPort();
      case STDIN -> at.getStdinPort();
      case IOPUB -> at.getIopubPort();
      case HEARTBEAT -> at.getHbPort();
    };
  }
}
