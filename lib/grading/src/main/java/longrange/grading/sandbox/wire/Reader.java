package longrange.grading.sandbox.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A frame being read. Nothing that it says is believed before it is checked against what is there.
public final class Reader {
  private final ByteBuffer bytes;

  Reader(byte[] frame) {
    bytes = ByteBuffer.wrap(frame);
  }

  private void need(long more) throws Violation {
    if (more < 0 || more > bytes.remaining()) {
      throw new Violation("a frame holds what it announces");
    }
  }

  /// One byte.
  public int tag() throws Violation {
    need(1);
    return bytes.get();
  }

  /// Four bytes.
  public int number() throws Violation {
    need(4);
    return bytes.getInt();
  }

  /// Eight bytes.
  public long wide() throws Violation {
    need(8);
    return bytes.getLong();
  }

  /// A number of things that follow, each of at least so many bytes.
  public int count(int bytesEach) throws Violation {
    int count = number();
    need((long) count * bytesEach);
    return count;
  }

  /// Bytes with their number before them.
  public byte[] block() throws Violation {
    byte[] block = new byte[count(1)];
    bytes.get(block);
    return block;
  }

  /// A text, or null.
  public @Nullable String text() throws Violation {
    int length = number();
    if (length == -1) {
      return null;
    }
    need(length);
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /// A text of at most so many characters, as {@link Writer#words} writes it, or null.
  @Nullable String words(int most) throws Violation {
    // A character of Java's has three bytes at most. Where it is cut, three dots follow.
    if (bytes.remaining() >= Integer.BYTES && bytes.getInt(bytes.position()) > 3 * (most + 1)) {
      throw new Violation("a text has at most %d characters".formatted(most));
    }
    return text();
  }

  /// The name of a class, a method or a constant.
  String shortName() throws Violation {
    String name = words(Bounds.NAME);
    if (name == null) {
      throw new Violation("a name is not null");
    }
    return name;
  }

  /// A text that must be there.
  public String name() throws Violation {
    String name = text();
    if (name == null) {
      throw new Violation("a name is not null");
    }
    return name;
  }

  /// Nothing follows any more.
  public void end() throws Violation {
    if (bytes.hasRemaining()) {
      throw new Violation("a frame ends where its content does");
    }
  }

  /// A copy of all that follows; it is still to be read.
  byte[] rest() {
    byte[] rest = new byte[bytes.remaining()];
    bytes.duplicate().get(rest);
    return rest;
  }

  /// Fills an array of numbers.
  void entries(Object array) throws Violation {
    try {
      fill(array);
    } catch (BufferUnderflowException e) {
      throw new Violation("an array holds what it announces");
    }
  }

  private void fill(Object array) {
    if (array instanceof double[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i] = bytes.getDouble();
      }
    } else if (array instanceof float[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i] = bytes.getFloat();
      }
    } else if (array instanceof long[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i] = bytes.getLong();
      }
    } else if (array instanceof int[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i] = bytes.getInt();
      }
    } else if (array instanceof short[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i] = bytes.getShort();
      }
    } else if (array instanceof char[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i] = bytes.getChar();
      }
    } else if (array instanceof byte[] a) {
      bytes.get(a);
    } else if (array instanceof boolean[] a) {
      for (int i = 0; i < a.length; i++) {
        a[i] = bytes.get() != 0;
      }
    } else {
      throw new IllegalArgumentException("no array of numbers: " + array.getClass());
    }
  }
}
