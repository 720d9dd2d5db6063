package longrange.course.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes jars that are the same bytes for the same content.
final class JarWriter {
  /// As every jar of the course.
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private JarWriter() {}

  static void write(Path jar, SortedMap<String, byte[]> entries) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTimeLocal(TIME);
        out.putNextEntry(entry);
        out.write(each.getValue());
      }
    }
  }
}
