package longrange.course.authoring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// JSON as Jupyter writes it: keys sorted, one blank per level, text outside ASCII as it is.
final class Json {
  /// A value that is written as it is: a number, `true`, `false`, `null`.
  record Word(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  static final Word NULL = new Word("null");

  private Json() {}

  /// @param value of maps, lists, strings, integers and words
  static String text(Object value) {
    return text(value, "\n");
  }

  private static String text(Object value, String newline) {
    return switch (value) {
      case Map<?, ?> map -> object(map, newline);
      case List<?> list ->
          block(
              "[",
              list.stream()
                  .map(each -> text(each, newline + " "))
                  .collect(Collectors.joining("," + newline + " ")),
              "]",
              newline);
      case String string -> quoted(string);
      default -> value.toString();
    };
  }

  private static String object(Map<?, ?> map, String newline) {
    Map<String, String> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, text(value, newline + " ")));
    return block(
        "{",
        sorted.entrySet().stream()
            .map(each -> quoted(each.getKey()) + ": " + each.getValue())
            .collect(Collectors.joining("," + newline + " ")),
        "}",
        newline);
  }

  private static String block(String open, String content, String close, String newline) {
    return content.isEmpty() ? open + close : open + newline + " " + content + newline + close;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          quoted.append(c < ' ' ? "\\u%04x".formatted((int) c) : c);
        }
      }
    }
    return quoted.append('"').toString();
  }
}
