package longrange.grading.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that takes the place of an older one when it is whole, and not before.
final class NewFile implements AutoCloseable {
  private final Path file;
  private final Path half;
  private final BufferedWriter writer;

  NewFile(Path file) throws IOException {
    this.file = file;
    this.half = file.resolveSibling(file.getFileName() + ".half");
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.writer = Files.newBufferedWriter(half, StandardCharsets.UTF_8);
  }

  Writer writer() {
    return writer;
  }

  void finish() throws IOException {
    writer.close();
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    Files.deleteIfExists(half);
  }
}
