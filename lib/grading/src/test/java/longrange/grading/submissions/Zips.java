package longrange.grading.submissions;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes zip files, honest ones and others.
final class Zips {
  private static final int DIRECTORY_ENTRY = 0x02014b50;

  private Zips() {}

  /// An entry.
  ///
  /// @param mode its Unix mode, 0 for none
  record Part(String name, String content, int mode) {
    static Part of(String name, String content) {
      return new Part(name, content, 0);
    }
  }

  static Path write(Path file, Part... parts) throws IOException {
    Files.write(file, new byte[0]);
    try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (Part part : parts) {
        zip.putNextEntry(new ZipEntry(part.name()));
        zip.write(part.content().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (Part part : parts) {
      if (part.mode() != 0) {
        int at = directoryEntry(buffer, part.name());
        buffer.put(at + 5, (byte) 3);
        buffer.putInt(at + 38, part.mode() << 16);
      }
    }
    return Files.write(file, bytes);
  }

  /// As many entries as asked for, which java.util.zip writes in the format's 64-bit form.
  static Path writeMany(Path file, int count) throws IOException {
    try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.setLevel(0);
      for (int i = 0; i < count; i++) {
        zip.putNextEntry(new ZipEntry("f" + i + ".java"));
        zip.closeEntry();
      }
    }
    return file;
  }

  /// Sets the flag that says an entry needs a password.
  static void encrypt(Path file, String entry) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = directoryEntry(buffer, entry);
    buffer.putShort(at + 8, (short) (buffer.getShort(at + 8) | 1));
    Files.write(file, bytes);
  }

  /// Writes another name of the same length over an entry's, in both places.
  static void rename(Path file, String from, String to) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    Files.write(file, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static int directoryEntry(ByteBuffer zip, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at + 46 + bytes.length <= zip.limit(); at++) {
      if (zip.getInt(at) == DIRECTORY_ENTRY && zip.getShort(at + 28) == bytes.length) {
        byte[] found = new byte[bytes.length];
        zip.get(at + 46, found);
        if (Arrays.equals(found, bytes)) {
          return at;
        }
      }
    }
    throw new IllegalArgumentException("no entry " + name);
  }
}
