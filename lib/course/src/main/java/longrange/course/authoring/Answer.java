package longrange.course.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A reference answer's source, taken apart at its marks: see the package doc of
/// `longrange.solutions`.
///
/// @param explanation how it works, as Markdown
/// @param hints two of them, as Markdown, to be opened one after the other
/// @param imports the import lines
/// @param skeleton the class with the marked lines cut out
/// @param solved the class whole
record Answer(
    String explanation, List<String> hints, List<String> imports, String skeleton, String solved) {
  private static final Pattern TYPE = Pattern.compile("(?m)^public final (?=class My\\w+ )");
  private static final Pattern HINT = Pattern.compile("(?m)^## Hint \\d\\n");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import .+;$");
  private static final Pattern CUT = Pattern.compile("( *)// answer(?:: (.+))?");
  private static final String END = "// end";

  static Answer of(String file, String source) {
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      throw new IllegalArgumentException(file + " needs a \"public final class My…\".");
    }
    List<String> doc =
        HINT.splitAsStream(DocComment.before(file, source, type.start()).markdown())
            .map(String::strip)
            .toList();
    if (doc.size() != 3) {
      throw new IllegalArgumentException(file + " needs \"## Hint 1\" and \"## Hint 2\".");
    }
    List<String> body = source.substring(type.end()).lines().toList();
    return new Answer(
        doc.getFirst(),
        doc.subList(1, 3),
        IMPORT.matcher(source).results().map(each -> each.group()).toList(),
        cut(file, body),
        whole(body));
  }

  private static String cut(String file, List<String> body) {
    List<String> kept = new ArrayList<>();
    boolean inside = false;
    boolean anything = false;
    for (String line : body) {
      Matcher begin = CUT.matcher(line);
      boolean begins = begin.matches();
      boolean ends = line.strip().equals(END);
      if (begins ? inside : ends && !inside) {
        throw new IllegalArgumentException(file + ": \"// answer\" and \"// end\" must alternate.");
      }
      if (begins) {
        anything = true;
        if (begin.group(2) != null) {
          kept.add("%sthrow new Todo(\"%s\");".formatted(begin.group(1), begin.group(2)));
        }
      } else if (!inside && !ends) {
        kept.add(line);
      }
      inside = begins || (inside && !ends);
    }
    if (inside || !anything) {
      throw new IllegalArgumentException(file + " needs \"// answer: …\" … \"// end\".");
    }
    return tidy(kept);
  }

  private static String whole(List<String> body) {
    return tidy(
        body.stream()
            .filter(line -> !CUT.matcher(line).matches() && !line.strip().equals(END))
            .toList());
  }

  /// A cut leaves blank lines behind: none may stand twice, nor before a closing brace, nor after
  /// the class's opening one.
  private static String tidy(List<String> lines) {
    return String.join("\n", lines)
        .replaceAll("\\n{3,}", "\n\n")
        .replaceAll("\\n\\n( *})", "\n$1")
        .replaceFirst("\\{\\n\\n", "{\n")
        .concat("\n");
  }
}
