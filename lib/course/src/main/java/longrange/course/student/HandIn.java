package longrange.course.student;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import longrange.grading.Contract;

/// The files that a student hands in for a chapter: those that `check` would look at.
///
/// @param files notebooks and Java files, each once
public record HandIn(List<Path> files) {
  public HandIn {
    files = List.copyOf(files);
  }

  /// The answers to these exercises in the student's folder.
  public static HandIn of(Mine mine, List<Contract> exercises) throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    for (Contract contract : exercises) {
      Attempts.at(mine, contract.id(), contract.answerName()).chosen().ifPresent(files::add);
    }
    return new HandIn(new ArrayList<>(files));
  }

  /// Writes them into one zip, in the place of an earlier one.
  public void write(Path zip) throws IOException {
    Path half = zip.resolveSibling("." + zip.getFileName() + ".half");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(half))) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(String.valueOf(file.getFileName()));
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        out.putNextEntry(entry);
        Files.copy(file, out);
      }
    }
    Files.move(half, zip, StandardCopyOption.REPLACE_EXISTING);
  }
}
