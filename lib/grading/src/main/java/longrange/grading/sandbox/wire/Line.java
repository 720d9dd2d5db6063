package longrange.grading.sandbox.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The two streams of a connection, cut into frames: a length, then so many bytes.
public final class Line {
  private final DataInputStream in;
  private final DataOutputStream out;
  private final int limit;

  /// @param limit the largest frame that is taken or sent, in bytes
  public Line(InputStream in, OutputStream out, int limit) {
    this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
    this.limit = limit;
  }

  /// Waits for the next frame.
  ///
  /// @throws java.io.EOFException when the other side has ended
  /// @throws TooLong when a longer frame is announced than may be
  public Reader read() throws IOException {
    int length = in.readInt();
    if (length < 1) {
      throw new Violation("a frame has at least one byte");
    }
    if (length > limit) {
      throw new TooLong();
    }
    byte[] frame = new byte[length];
    in.readFully(frame);
    return new Reader(frame);
  }

  /// Sends a frame, whole: it never mixes with that of another thread.
  public void write(Writer frame) throws IOException {
    synchronized (out) {
      out.writeInt(frame.size());
      frame.copyTo(out);
      out.flush();
    }
  }

  /// A frame is announced that is longer than any may be.
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
