package longrange.grading.submissions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Who is who in a Gradescope export: `submission_metadata.yml`, beside a folder `submission_N` for
/// each submission.
///
/// A few lines of it are read, and no YAML library is asked: it is a list that one program writes,
/// always in this form, and further down it quotes whatever students' programs printed.
///
/// ```
/// submission_71:
///   :submitters:
///   - :name: Jane Doe
///     :sid: '4711'
///     :email: jane@example.edu
/// ```
///
/// Several submitters are a group: it has one submission and one result.
record GradescopeMetadata(Map<String, Student> students) {
  static final String FILE = "submission_metadata.yml";
  private static final long MAX_BYTES = 100_000_000;
  private static final Pattern SUBMISSION = Pattern.compile("(?:\"?)(submission_\\w+)(?:\"?):\\s*");
  private static final Pattern SUBMITTERS = Pattern.compile("( +):submitters:\\s*");
  private static final Pattern FIELD =
      Pattern.compile("(?<indent> +)(?<item>- )?:(?<name>name|sid|email|\\w+):(?: (?<value>.*))?");

  /// Reads the file in a folder; empty when there is none.
  static Optional<GradescopeMetadata> in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
      return Optional.empty();
    }
    Reader reader = new Reader();
    try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.take(line);
      }
    }
    return Optional.of(new GradescopeMetadata(reader.students()));
  }

  private static final class Reader {
    private final Map<String, List<Map<String, String>>> submitters = new HashMap<>();
    private List<Map<String, String>> current = new ArrayList<>();
    private int indent = -1;

    void take(String line) {
      Matcher submission = SUBMISSION.matcher(line);
      if (submission.matches()) {
        current = new ArrayList<>();
        submitters.put(submission.group(1), current);
        indent = -1;
        return;
      }
      Matcher begins = SUBMITTERS.matcher(line);
      if (begins.matches() && current.isEmpty()) {
        indent = begins.group(1).length();
        return;
      }
      if (indent >= 0) {
        field(line);
      }
    }

    /// A field of a submitter; the first line that is none, or stands as far left as the list's own
    /// name, ends the list.
    private void field(String line) {
      Matcher field = FIELD.matcher(line);
      boolean inList =
          field.matches()
              && (field.group("item") != null || field.group("indent").length() > indent);
      if (!inList || field.group("indent").length() < indent) {
        indent = -1;
        return;
      }
      if (field.group("item") != null) {
        current.add(new HashMap<>());
      }
      if (!current.isEmpty()) {
        String value = field.group("value");
        current.getLast().put(field.group("name"), value == null ? "" : plain(value.strip()));
      }
    }

    /// A YAML scalar of one line without its quotes.
    private static String plain(String value) {
      if (value.length() >= 2 && value.startsWith("'") && value.endsWith("'")) {
        return value.substring(1, value.length() - 1).replace("''", "'");
      }
      if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
        return value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
      }
      return value;
    }

    Map<String, Student> students() {
      return submitters.entrySet().stream()
          .filter(entry -> !entry.getValue().isEmpty())
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, entry -> student(entry.getKey(), entry.getValue())));
    }

    private static Student student(String key, List<Map<String, String>> group) {
      return new Student(key, joined(group, "name"), joined(group, "sid"), joined(group, "email"));
    }

    private static String joined(List<Map<String, String>> group, String field) {
      return group.stream()
          .map(each -> each.getOrDefault(field, ""))
          .filter(each -> !each.isEmpty())
          .collect(Collectors.joining(", "));
    }
  }
}
