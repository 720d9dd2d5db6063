package longrange.grading.sandbox.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A frame being written. It grows up to a limit and refuses what goes beyond.
public final class Writer {
  private final int limit;
  private byte[] bytes = new byte[256];
  private int size;

  /// @param limit the most bytes it takes
  public Writer(int limit) {
    this.limit = limit;
  }

  int size() {
    return size;
  }

  void copyTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private ByteBuffer room(long more) throws Refused {
    if (size + more > limit) {
      throw Refused.tooLarge(
          "The value is larger than %d MB, and that is more than an answer may return."
              .formatted(limit >> 20));
    }
    int end = (int) (size + more);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(end, 2L * bytes.length)));
    }
    ByteBuffer room = ByteBuffer.wrap(bytes, size, (int) more);
    size = end;
    return room;
  }

  /// One byte.
  public Writer tag(int value) throws Refused {
    room(1).put((byte) value);
    return this;
  }

  /// Four bytes.
  public Writer number(int value) throws Refused {
    room(4).putInt(value);
    return this;
  }

  /// Eight bytes.
  public Writer wide(long value) throws Refused {
    room(8).putLong(value);
    return this;
  }

  /// Bytes as they are, with their number before them.
  public Writer block(byte[] block) throws Refused {
    number(block.length);
    room(block.length).put(block);
    return this;
  }

  /// A text, whole. Null is a text too.
  public Writer text(@Nullable String text) throws Refused {
    return text == null ? number(-1) : block(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A text for people, cut where it is long.
  public Writer words(@Nullable String text) throws Refused {
    return words(text, Bounds.TEXT);
  }

  /// A text of at most so many characters, cut where it is longer.
  Writer words(@Nullable String text, int most) throws Refused {
    return text(text == null || text.length() <= most ? text : text.substring(0, most) + "…");
  }

  void append(Writer other) throws Refused {
    room(other.size).put(other.bytes, 0, other.size);
  }

  void append(byte[] more) throws Refused {
    room(more.length).put(more);
  }

  /// The entries of an array of numbers. A NaN becomes the one that Java writes as `NaN`, −0.0
  /// stays.
  void entries(Object array) throws Refused {
    if (array instanceof double[] a) {
      ByteBuffer room = room(8L * a.length);
      for (double x : a) {
        room.putLong(Double.doubleToLongBits(x));
      }
    } else if (array instanceof float[] a) {
      ByteBuffer room = room(4L * a.length);
      for (float x : a) {
        room.putInt(Float.floatToIntBits(x));
      }
    } else if (array instanceof long[] a) {
      room(8L * a.length).asLongBuffer().put(a);
    } else if (array instanceof int[] a) {
      room(4L * a.length).asIntBuffer().put(a);
    } else if (array instanceof short[] a) {
      room(2L * a.length).asShortBuffer().put(a);
    } else if (array instanceof char[] a) {
      room(2L * a.length).asCharBuffer().put(a);
    } else if (array instanceof byte[] a) {
      room(a.length).put(a);
    } else if (array instanceof boolean[] a) {
      ByteBuffer room = room(a.length);
      for (boolean x : a) {
        room.put((byte) (x ? 1 : 0));
      }
    } else {
      throw new IllegalArgumentException("no array of numbers: " + array.getClass());
    }
  }
}
