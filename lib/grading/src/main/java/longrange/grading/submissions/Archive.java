package longrange.grading.submissions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import longrange.grading.submissions.ZipDirectory.Entry;

/// A student's zip, unpacked within limits.
///
/// Only notebooks and Java files are unpacked, each into a folder of its own under a name made
/// here: no path of the archive is ever used as one, so there is nothing outside that an entry
/// could reach. An archive that tries is refused whole.
final class Archive {
  private final Path file;
  private final String name;

  /// @param name as the student gave it
  Archive(Path file, String name) {
    this.file = file;
    this.name = name;
  }

  /// Unpacks it.
  ///
  /// @param scratch an empty folder, or none yet
  /// @param sorting says what a file's name makes of it
  List<HandedFile> unpack(Path scratch, Sorting sorting) throws IOException, Refused {
    List<Entry> directory = ZipDirectory.read(file, name).entries();
    if (Files.size(file) > Limits.ARCHIVE_BYTES) {
      throw new Refused(
          "%s has more than %s: hand in your .ipynb and .java files only."
              .formatted(name, Limits.megabytes(Limits.ARCHIVE_BYTES)));
    }
    allowed(directory);
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
      List<? extends ZipEntry> entries = zip.stream().toList();
      if (entries.size() != directory.size()) {
        throw ZipDirectory.damaged(name);
      }
      List<HandedFile> files = new ArrayList<>();
      long left = Limits.UNPACKED_BYTES;
      for (int i = 0; i < entries.size(); i++) {
        String entry = directory.get(i).name();
        if (!directory.get(i).isFolder() && !isJunk(entry) && sorting.wants(shown(entry))) {
          Path target = scratch.resolve(String.valueOf(i)).resolve(FileName.safe(last(entry)));
          left -= write(zip, entries.get(i), target, Math.min(left, Limits.FILE_BYTES), entry);
          files.add(new HandedFile(shown(entry), target));
        }
      }
      return files;
    } catch (ZipException e) {
      throw ZipDirectory.damaged(name);
    }
  }

  private String shown(String entry) {
    return name + "/" + entry;
  }

  private static String last(String entry) {
    return FileName.last(entry);
  }

  private static boolean isJunk(String entry) {
    return List.of(entry.split("/", -1)).stream().anyMatch(FileName::isJunk);
  }

  /// @return how many bytes were written
  private long write(ZipFile zip, ZipEntry entry, Path target, long limit, String shown)
      throws IOException, Refused {
    Files.createDirectories(target.resolveSibling(""));
    try (InputStream in = zip.getInputStream(entry)) {
      // What the archive says about its sizes is not believed: one byte over the limit is read.
      byte[] bytes = in.readNBytes((int) limit + 1);
      if (bytes.length > limit) {
        throw new Refused(
            "%s unpacks to more than %s: clear the outputs of notebooks and pack it again."
                .formatted(shown(shown), Limits.megabytes(Limits.FILE_BYTES)));
      }
      Files.write(target, bytes);
      return bytes.length;
    } catch (ZipException e) {
      throw ZipDirectory.damaged(name);
    }
  }

  private void allowed(List<Entry> entries) throws Refused {
    Set<String> seen = new HashSet<>();
    for (Entry entry : entries) {
      String path = entry.name();
      if (path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*")) {
        throw refused(entry, "has an absolute path");
      }
      List<String> parts = List.of(path.split("/", -1));
      if (parts.contains("..")) {
        throw refused(entry, "points out of the archive");
      }
      if (parts.size() > Limits.DEPTH + 1) {
        throw refused(entry, "lies more than " + Limits.DEPTH + " folders deep");
      }
      if (entry.isLink()) {
        throw refused(entry, "is a link");
      }
      if (entry.isSpecial()) {
        throw refused(entry, "is neither a file nor a folder");
      }
      if (entry.encrypted()) {
        throw refused(entry, "needs a password");
      }
      if (!seen.add(path)) {
        throw refused(entry, "is in it twice");
      }
    }
  }

  private Refused refused(Entry entry, String why) {
    return new Refused(
        "%s is not opened: its entry %s %s. Pack your .ipynb and .java files only."
            .formatted(name, entry.name(), why));
  }
}
