package longrange.grading.submissions;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A folder with one file or folder per student: as a platform lets an instructor download it, or
/// as the instructor made it.
///
/// @param submissions one per student, in {@link Student#ORDER}
/// @param left what is not taken for a student's, by name
public record SubmissionFolder(List<Submission> submissions, List<String> left) {
  /// What platforms and instructors put beside submissions. What a run leaves in its folder, all of
  /// them together.
  private static final List<String> RESULTS =
      List.of("journal.jsonl", "results.json", "grades.csv");

  private static final Set<String> NOBODYS = Set.of("csv", "yml", "yaml", "xlsx");

  public SubmissionFolder {
    submissions = List.copyOf(submissions);
    left = List.copyOf(left);
  }

  /// Reads the names in a folder, and nothing inside of what they name.
  ///
  /// @param except a folder that is not a student's even if it lies inside: where results go. Nor
  ///   is one that holds the results of another run: it is among those left
  public static SubmissionFolder read(Path folder, Path except) throws IOException {
    List<Path> entries = entries(folder, except);
    Optional<GradescopeMetadata> gradescope = GradescopeMetadata.in(folder);
    Optional<Layout> layout = gradescope.isPresent() ? Optional.empty() : layout(entries);
    List<String> left = new ArrayList<>();
    Map<String, Submission> students = new LinkedHashMap<>();
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      if (holdsResults(entry)) {
        left.add(name);
        continue;
      }
      if (layout.isPresent() && layout.get().isText(name)) {
        continue;
      }
      if (NOBODYS.contains(FileName.extension(name)) || name.equals(GradescopeMetadata.FILE)) {
        left.add(name);
        continue;
      }
      Layout.Entry owned =
          gradescope
              .map(metadata -> owner(metadata, entry))
              .or(() -> layout.flatMap(each -> each.read(name)))
              .orElseGet(() -> plain(entry));
      students.merge(
          owned.student().key(),
          Submission.of(owned.student(), source(entry, owned)),
          Submission::with);
    }
    List<Submission> sorted =
        students.values().stream()
            .sorted(Comparator.comparing(Submission::student, Student.ORDER))
            .toList();
    return new SubmissionFolder(sorted, left);
  }

  private static boolean holdsResults(Path entry) {
    return RESULTS.stream()
        .allMatch(name -> Files.isRegularFile(entry.resolve(name), LinkOption.NOFOLLOW_LINKS));
  }

  private static List<Path> entries(Path folder, Path except) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path entry : all) {
        if (!FileName.isJunk(entry.getFileName().toString())
            && !entry.toAbsolutePath().normalize().equals(except.toAbsolutePath().normalize())) {
          entries.add(entry);
        }
      }
    }
    // The order in which a file system lists its entries is nobody's promise.
    entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
    return entries;
  }

  /// The layout that at least half of the entries have: an instructor's own file among them must
  /// not hide it.
  private static Optional<Layout> layout(List<Path> entries) {
    return Stream.of(Layout.values())
        .filter(layout ->
            2
                    * entries.stream()
                        .filter(e -> layout.read(e.getFileName().toString()).isPresent())
                        .count()
                >= Math.max(1, entries.size()))
        .findFirst();
  }

  private static Layout.Entry owner(GradescopeMetadata metadata, Path entry) {
    Student student = metadata.students().get(entry.getFileName().toString());
    return student == null ? plain(entry) : new Layout.Entry(student, "");
  }

  /// A folder has the student's name; a file too, before its extension and without the `(1)` that a
  /// browser appends to a second download.
  private static Layout.Entry plain(Path entry) {
    String name = entry.getFileName().toString();
    boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    String stem = isFolder ? name : FileName.stem(name);
    String student = CopyNumber.of(stem).stem();
    return new Layout.Entry(Student.named(student.isBlank() ? name : student), "");
  }

  private static Submission.Source source(Path entry, Layout.Entry owned) {
    String given = owned.file().isEmpty() ? entry.getFileName().toString() : owned.file();
    return new Submission.Source(entry, given);
  }
}
