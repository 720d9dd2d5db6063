package longrange.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// What a name in a cell is: its signatures and their docs.
///
/// JShell finds the JDK's docs in its `src.zip`. For every other jar, and for what cells declare,
/// [DocSources] looks.
public final class Inspection {
  /// Of a method with more overloads the rest is listed without docs.
  private static final int MAX_DOCS = 4;

  /// JShell names a record with its components, also before a member's name: `Point(int x).far()`.
  private static final Pattern RECORD = Pattern.compile("\\([^()]*\\)(?=[.(])");

  private final DocSources sources = new DocSources();

  /// What stands at the cursor, or null where that is nothing known.
  public @Nullable DisplayData of(Shell shell, String code, int cursor) {
    List<Documentation> found = documentation(shell, code, cursor);
    if (found.isEmpty()) {
      return null;
    }
    List<String> html = new ArrayList<>();
    List<String> text = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      String signature = RECORD.matcher(found.get(i).signature()).replaceAll("");
      Optional<DocText> doc =
          i < MAX_DOCS ? doc(shell, signature, found.get(i).javadoc()) : Optional.empty();
      html.add("<pre>" + DocText.escape(signature) + "</pre>" + doc.map(DocText::html).orElse(""));
      text.add(signature + doc.map(d -> "\n\n" + d.plain()).orElse(""));
    }
    DisplayData data = new DisplayData();
    data.putText(String.join("\n\n", text));
    data.putHTML(html.stream().collect(Collectors.joining("<hr>")));
    return data;
  }

  /// With the cursor in a name JShell answers for a type at the name's end, and for a method behind
  /// its parenthesis; in an argument list, for the method called.
  private static List<Documentation> documentation(Shell shell, String code, int cursor) {
    int end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    boolean inName = end > 0 && Character.isJavaIdentifierPart(code.charAt(end - 1));
    Pieces.Split split = Pieces.Split.of(code.substring(0, end), shell.analysis());
    List<String> attempts =
        inName ? List.of(split.last() + "(", split.last()) : List.of(split.last());
    return shell.importing(
        split.before(),
        () ->
            attempts.stream()
                .map(a -> shell.analysis().documentation(a, a.length(), true))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of()));
  }

  private Optional<DocText> doc(Shell shell, String signature, @Nullable String jdks) {
    return jdks == null
        ? Member.of(signature).flatMap(m -> sources.find(m, shell.declarations()))
        : Optional.of(DocText.guessed(jdks));
  }
}
