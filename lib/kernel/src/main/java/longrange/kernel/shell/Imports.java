package longrange.kernel.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
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

  /// Whether a snippet is an import.
  static boolean isOne(String source) {
    return ONE.matcher(source).matches();
  }

  /// The next to be made; null if there is none.
  @Nullable String next() {
    return waiting.poll();
  }

  /// Does something as if the imports among some snippets had been made, and takes those that are
  /// new back: they may never be run.
  static <T> T during(List<String> snippets, JShell jshell, Supplier<T> work) {
    List<Snippet> made =
        snippets.stream()
            .filter(Imports::isOne)
            .flatMap(source -> jshell.sourceCodeAnalysis().sourceToSnippets(source).stream())
            .filter(one ->
                one instanceof ImportSnippet wanted
                    && jshell.imports().noneMatch(known -> known.name().equals(wanted.name())))
            .flatMap(one -> jshell.eval(one.source()).stream())
            .map(SnippetEvent::snippet)
            .filter(ImportSnippet.class::isInstance)
            .toList();
    try {
      return work.get();
    } finally {
      made.forEach(jshell::drop);
    }
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
