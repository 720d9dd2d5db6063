package longrange.grading.classroom;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import longrange.grading.Sha256;
import longrange.grading.submissions.Student;

/// Names of students' pages: safe as files on every system and in addresses, in lower case since
/// some systems do not tell `A` from `a`, and one for each student.
final class PageNames {
  private static final int LONGEST = 60;

  /// Names that Windows keeps for devices.
  private static final String RESERVED = "con|prn|aux|nul|com\\d|lpt\\d";

  private final Map<String, Integer> uses = new HashMap<>();

  PageNames(List<Student> students) {
    students.forEach(student -> uses.merge(slug(student), 1, Integer::sum));
  }

  /// The name of a student's page. A hash of the key is appended where the readable part is not the
  /// student's alone; it depends on no other student's place in a list.
  String of(Student student) {
    String slug = slug(student);
    boolean alone = uses.getOrDefault(slug, 0) == 1;
    return alone && !slug.isEmpty() && !slug.matches(RESERVED) ? slug : slug + "-" + hash(student);
  }

  private static String slug(Student student) {
    String plain =
        Normalizer.normalize(student.key(), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.substring(0, Math.min(LONGEST, plain.length()));
  }

  private static String hash(Student student) {
    byte[] digest = Sha256.digest().digest(student.key().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 5);
  }
}
