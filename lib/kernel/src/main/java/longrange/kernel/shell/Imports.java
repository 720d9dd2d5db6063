package longrange.kernel.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/// The imports of every cell that have not been made yet.
final class Imports {
  private static final Pattern ONE = Pattern.compile("\\s*(import\\s[^;]+;)\\s*");
  private static final Pattern ONLY = Pattern.compile("(?:" + ONE + ")+");

  /// A name that is no member of what stands before it.
  private static final Pattern NAME =
      Pattern.compile("(?<![.\\w$])[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*");

  private final Deque<String> waiting = new ArrayDeque<>();

  /// Adds those of a source.
  ///
  /// @return false where it is not just imports
  boolean add(String source) {
    if (!ONLY.matcher(source).matches()) {
      return false;
    }
    ONE.matcher(source).results().forEach(found -> waiting.add(found.group(1)));
    return true;
  }

  /// The next to be made; null if there is none.
  @Nullable String next() {
    return waiting.poll();
  }

  /// Whether a cell has a name that may be an imported one: one that is not of the language or of
  /// `java.lang`. Rather too often than too seldom: a word of a text counts too.
  boolean mayServe(String source) {
    return !waiting.isEmpty()
        && NAME.matcher(source).results().anyMatch(found -> isForeign(found.group()));
  }

  private static boolean isForeign(String name) {
    if (SourceVersion.isKeyword(name)) {
      return false;
    }
    try {
      Class.forName("java.lang." + name, false, null);
      return false;
    } catch (ClassNotFoundException e) {
      return true;
    }
  }
}
