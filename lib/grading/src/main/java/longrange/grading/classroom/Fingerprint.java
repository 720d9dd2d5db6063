package longrange.grading.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import longrange.grading.CodeLocation;
import longrange.grading.Sha256;

/// Names what classes are: a hash over all files of the jars or folders they come from. It does not
/// depend on when, where or in which order these were packed.
final class Fingerprint {
  private Fingerprint() {}

  static String of(List<Class<?>> classes) {
    MessageDigest digest = Sha256.digest();
    classes.stream()
        .map(CodeLocation::of)
        .distinct()
        .sorted(Comparator.comparing(path -> path.getFileName().toString()))
        .forEach(source -> add(source, digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(Path source, MessageDigest digest) {
    try {
      if (Files.isDirectory(source)) {
        addAll(source, digest);
        return;
      }
      try (FileSystem jar = FileSystems.newFileSystem(source)) {
        addAll(jar.getPath("/"), digest);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + source + " cannot be read.", e);
    }
  }

  private static void addAll(Path root, MessageDigest digest) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      // What says who packed it and when is not part of it.
      files =
          walk.filter(Files::isRegularFile)
              .filter(file -> !file.endsWith("MANIFEST.MF") && !name(root, file).contains("maven"))
              .sorted(Comparator.comparing(file -> name(root, file)))
              .toList();
    }
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      String head = name(root, file) + "\0" + content.length + "\0";
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      digest.update(content);
    }
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString();
  }
}
