package longrange.course.student;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The student's copies, in the same folders as the originals.
///
/// A copy is made when it is missing and never written again. `mine/.originals` remembers which
/// state of the original each came from, in the form of `sha256sum`: so it can be told when an
/// original has changed since, and a second copy put beside the first.
///
/// @param root the clone
/// @param folder `mine`
public record Mine(Path root, Path folder) {

  /// What was done, and what there is to say.
  ///
  /// @param made the copies made now, relative to the folder
  /// @param changed the originals that have changed since their copy was made
  public record Outcome(List<Path> made, List<Path> changed) {}

  /// Makes the missing copies.
  ///
  /// @param secondCopies whether an original that has changed gets a copy beside the first
  public Outcome update(boolean secondCopies) throws IOException {
    Files.createDirectories(folder);
    SortedMap<String, String> known = known();
    List<Path> made = new ArrayList<>();
    List<Path> changed = new ArrayList<>();
    for (Path file : new Originals(root).files()) {
      byte[] original = Files.readAllBytes(root.resolve(file));
      String hash = hash(original);
      Path copy = folder.resolve(file);
      boolean isNew = !Files.exists(copy);
      if (isNew) {
        write(copy, original);
        made.add(file);
      } else if (!hash.equals(known.getOrDefault(name(file), hash))) {
        if (!secondCopies) {
          changed.add(file);
          continue;
        }
        Path second = beside(copy);
        write(second, original);
        made.add(folder.relativize(second));
      }
      known.put(name(file), hash);
    }
    if (!known.equals(known())) {
      remember(known);
    }
    return new Outcome(made, changed);
  }

  /// The copies of one original that exist, the first and those beside it.
  ///
  /// @param original relative to the clone
  public List<Path> copies(Path original) throws IOException {
    Path first = folder.resolve(original);
    Path siblings = first.resolveSibling("");
    if (!Files.isDirectory(siblings)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(siblings)) {
      String stem = stem(first);
      String kind = kind(first);
      return all.filter(
              file -> {
                String name = file.getFileName().toString();
                return name.equals(stem + kind)
                    || (name.startsWith(stem + " (") && name.endsWith(")" + kind));
              })
          .sorted()
          .toList();
    }
  }

  /// `name (2).ipynb` beside `name.ipynb`: the first number that is free.
  private static Path beside(Path copy) {
    return Stream.iterate(2, number -> number + 1)
        .map(number -> copy.resolveSibling(stem(copy) + " (" + number + ")" + kind(copy)))
        .filter(path -> !Files.exists(path))
        .findFirst()
        .orElseThrow();
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static String kind(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.'));
  }

  /// Never replaces: whole or not at all, and only where nothing stands.
  private static void write(Path copy, byte[] content) throws IOException {
    Files.createDirectories(copy.getParent());
    Path half = copy.resolveSibling("." + copy.getFileName() + ".half");
    Files.write(half, content);
    Files.move(half, copy);
  }

  private Path record() {
    return folder.resolve(".originals");
  }

  private SortedMap<String, String> known() throws IOException {
    SortedMap<String, String> known = new TreeMap<>();
    if (Files.exists(record())) {
      for (String line : Files.readAllLines(record())) {
        int gap = line.indexOf("  ");
        if (gap > 0) {
          known.put(line.substring(gap + 2), line.substring(0, gap));
        }
      }
    }
    return known;
  }

  private void remember(SortedMap<String, String> known) throws IOException {
    String text =
        known.entrySet().stream()
            .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
            .collect(Collectors.joining());
    Path half = folder.resolve(".originals.half");
    Files.writeString(half, text);
    Files.move(half, record(), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String name(Path file) {
    return file.toString();
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
