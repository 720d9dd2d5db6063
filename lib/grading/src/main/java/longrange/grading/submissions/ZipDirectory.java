package longrange.grading.submissions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The table of contents at the end of a zip file, read before anything else of it.
///
/// `java.util.zip` reads it whole whatever its size, and does not tell a link from a file; so its
/// size and the kinds of its entries are looked at here first. Source: APPNOTE.TXT 6.3.10 of
/// PKWARE, sections 4.3.12 and 4.3.16.
///
/// @param entries in their order
record ZipDirectory(List<Entry> entries) {
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int FILE = 0x02014b50;
  private static final int FILE_LENGTH = 46;

  /// One entry.
  ///
  /// @param name its path, with `/` between the parts
  /// @param unixType the type bits of its mode, 0 where the archive has none
  /// @param encrypted whether it needs a password
  record Entry(String name, int unixType, boolean encrypted) {
    private static final int TYPE_BITS = 0170000;
    private static final int LINK = 0120000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;

    boolean isFolder() {
      return name.endsWith("/") || unixType == FOLDER;
    }

    boolean isLink() {
      return unixType == LINK;
    }

    /// A device, a pipe, a socket: anything that is no file, folder or link.
    boolean isSpecial() {
      return unixType != 0 && unixType != REGULAR && unixType != FOLDER && unixType != LINK;
    }
  }

  /// Reads it.
  ///
  /// @throws Refused when it is too large, or not to be found
  static ZipDirectory read(Path file, String name) throws IOException, Refused {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long size = channel.size();
      int length = (int) Math.min(size, END_LENGTH + LONGEST_COMMENT);
      ByteBuffer tail = read(channel, size - length, length);
      int end = end(tail, name);
      int count = Short.toUnsignedInt(tail.getShort(end + 10));
      long bytes = Integer.toUnsignedLong(tail.getInt(end + 12));
      if (count > Limits.ENTRIES || bytes > Limits.DIRECTORY_BYTES) {
        throw new Refused(
            "%s has more than %d entries: hand in your .ipynb and .java files only."
                .formatted(name, Limits.ENTRIES));
      }
      long start = size - length + end - bytes;
      if (start < 0) {
        throw damaged(name);
      }
      return new ZipDirectory(entries(read(channel, start, (int) bytes), count, name));
    }
  }

  private static ByteBuffer read(SeekableByteChannel channel, long from, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(from);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // Until it is full: a read may give less than was asked for.
    }
    return bytes.flip();
  }

  /// Where the end record begins: the last one whose comment reaches to the end of the file.
  private static int end(ByteBuffer tail, String name) throws Refused {
    for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END
          && at + END_LENGTH + Short.toUnsignedInt(tail.getShort(at + 20)) == tail.limit()) {
        return at;
      }
    }
    throw damaged(name);
  }

  private static List<Entry> entries(ByteBuffer table, int count, String name) throws Refused {
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (entries.size() < count) {
      if (at + FILE_LENGTH > table.limit() || table.getInt(at) != FILE) {
        throw damaged(name);
      }
      int nameLength = Short.toUnsignedInt(table.getShort(at + 28));
      int extras =
          Short.toUnsignedInt(table.getShort(at + 30))
              + Short.toUnsignedInt(table.getShort(at + 32));
      if (at + FILE_LENGTH + nameLength + extras > table.limit()) {
        throw damaged(name);
      }
      int madeBy = Byte.toUnsignedInt(table.get(at + 5));
      // Unix and macOS keep the mode here; others keep flags of their own.
      boolean unix = madeBy == 3 || madeBy == 19;
      int type = unix ? (table.getInt(at + 38) >>> 16) & Entry.TYPE_BITS : 0;
      boolean encrypted = (table.getShort(at + 8) & 1) != 0;
      byte[] bytes = new byte[nameLength];
      table.get(at + FILE_LENGTH, bytes);
      entries.add(new Entry(text(bytes).replace('\\', '/'), type, encrypted));
      at += FILE_LENGTH + nameLength + extras;
    }
    return entries;
  }

  /// Names are UTF-8 today; old programs used the code page of their country, and then it is only
  /// shown.
  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  static Refused damaged(String name) {
    return new Refused(name + " is no zip archive, or a damaged one: pack it again.");
  }
}
