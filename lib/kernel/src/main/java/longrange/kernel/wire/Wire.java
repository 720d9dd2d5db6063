package longrange.kernel.wire;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// The kernel's five sockets, owned by one thread that sleeps until there is something to do.
///
/// ZeroMQ sockets belong to one thread each. So whoever wants to send puts a message into the
/// outbox and rings a bell; what one thread sends leaves in its order. JJava's channels poll with
/// sleeps of 50 ms between, which is most of the time of a small cell: they are not used.
public final class Wire {
  private static final byte[] RING = {};
  private static final String BELL = "inproc://bell";
  private static final int LINGER_MS = 200;
  private static final int RETRY_MS = 20;

  private final ZMQ.Context context = ZMQ.context(1);
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final ZMQ.Socket bell = context.socket(SocketType.PAIR);
  private final ZMQ.Socket ringer = context.socket(SocketType.PAIR);
  private final AtomicBoolean rung = new AtomicBoolean();
  private final Queue<Outgoing> outbox = new ConcurrentLinkedQueue<>();
  private final Frames frames;
  private final Consumer<Incoming> receiver;
  private final Thread thread = new Thread(this::serve, "jupyter-wire");
  private volatile boolean closing;

  /// Binds the sockets; they queue what comes until [#start] serves them.
  ///
  /// @param receiver called on the wire's own thread, which it must not hold up
  public Wire(KernelConnectionProperties at, Consumer<Incoming> receiver) {
    this.frames = new Frames(at);
    this.receiver = receiver;
    for (Channel channel : Channel.values()) {
      ZMQ.Socket socket = context.socket(channel.socket);
      // No limit on what waits: a message dropped for want of room would be a line of a cell's
      // output, or its "idle", and clients wait for that for ever.
      socket.setHWM(0);
      socket.setLinger(LINGER_MS);
      socket.bind(channel.address(at));
      sockets.put(channel, socket);
    }
    bell.bind(BELL);
    ringer.connect(BELL);
  }

  /// Serves the sockets from now on.
  public void start() {
    thread.start();
  }

  /// Sends a message, from any thread, without waiting.
  public void send(Outgoing message) {
    outbox.add(message);
    ring();
  }

  private void ring() {
    if (rung.compareAndSet(false, true)) {
      synchronized (ringer) {
        ringer.send(RING, ZMQ.DONTWAIT);
      }
    }
  }

  /// Sends what is waiting, then closes the sockets.
  public void close() throws InterruptedException {
    closing = true;
    ring();
    thread.join(LINGER_MS);
    context.term();
  }

  private void serve() {
    try (ZMQ.Poller poller = context.poller(Channel.values().length + 1)) {
      poller.register(bell, ZMQ.Poller.POLLIN);
      sockets.forEach((channel, socket) -> {
        if (channel != Channel.IOPUB) {
          poller.register(socket, ZMQ.Poller.POLLIN);
        }
      });
      while (!closing) {
        poller.poll(outbox.isEmpty() ? -1 : RETRY_MS);
        try {
          serveOnce();
        } catch (OutOfMemoryError e) {
          // A cell has filled the heap. It fails with the same error, and memory is given back:
          // what could not be sent now is sent then.
          Log.line("no memory for a message, trying again");
        }
      }
      sendAll();
    } catch (ZMQException e) {
      Log.line("the sockets ended: " + e.getMessage());
    } finally {
      closeSockets();
    }
  }

  private void closeSockets() {
    sockets.values().forEach(ZMQ.Socket::close);
    bell.close();
    synchronized (ringer) {
      ringer.close();
    }
  }

  private void serveOnce() {
    while (bell.recv(ZMQ.DONTWAIT) != null) {
      rung.set(false);
    }
    sendAll();
    sockets.forEach(this::receiveAll);
  }

  private void sendAll() {
    for (Outgoing next = outbox.peek(); next != null; next = outbox.peek()) {
      try {
        List<byte[]> parts = frames.write(next);
        outbox.remove();
        Frames.send(Objects.requireNonNull(sockets.get(next.channel())), parts);
      } catch (RuntimeException e) {
        outbox.poll();
        Log.line("a message of type " + next.type() + " could not be sent: " + e);
      }
    }
  }

  private void receiveAll(Channel channel, ZMQ.Socket socket) {
    if (channel == Channel.IOPUB) {
      return;
    }
    for (List<byte[]> parts = Frames.receive(socket, ZMQ.DONTWAIT);
        !parts.isEmpty();
        parts = Frames.receive(socket, ZMQ.DONTWAIT)) {
      if (channel == Channel.HEARTBEAT) {
        Frames.send(socket, parts);
      } else {
        receive(channel, parts);
      }
    }
  }

  private void receive(Channel channel, List<byte[]> parts) {
    try {
      receiver.accept(frames.read(channel, parts));
    } catch (RuntimeException | StackOverflowError e) {
      Log.line("a message on " + channel + " was dropped: " + e.getMessage());
    }
  }
}
