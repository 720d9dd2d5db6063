package longrange.course.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads JSON into the values that {@link Json} writes. Numbers stay the text they are.
final class JsonText {
  private static final String BLANKS = " \t\r\n";
  private static final String ENDS_OF_A_WORD = BLANKS + ",:]}";

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException in one sentence, when it is not JSON
  static Object read(String text) {
    JsonText json = new JsonText(text);
    Object value = json.value();
    json.blanks();
    if (json.at < text.length()) {
      throw json.unexpected();
    }
    return value;
  }

  private Object value() {
    blanks();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      default -> word();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    while (more('}', object.isEmpty())) {
      String key = string();
      blanks();
      expect(':');
      object.put(key, value());
    }
    return object;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    at++;
    while (more(']', list.isEmpty())) {
      list.add(value());
    }
    return list;
  }

  /// Whether another element follows; steps over what parts it from the one before, or over the
  /// end.
  private boolean more(char end, boolean first) {
    blanks();
    if (peek() == end) {
      at++;
      return false;
    }
    if (!first) {
      expect(',');
      blanks();
    }
    return true;
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> c;
    };
  }

  private char unicode() {
    if (at + 4 > text.length()) {
      throw unexpected();
    }
    at += 4;
    return (char) Integer.parseInt(text, at - 4, at, 16);
  }

  private Json.Word word() {
    int start = at;
    while (at < text.length() && ENDS_OF_A_WORD.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (!word.matches("true|false|null|-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
      at = start;
      throw unexpected();
    }
    return new Json.Word(word);
  }

  private void blanks() {
    while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char c) {
    if (peek() != c) {
      throw unexpected();
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw unexpected();
    }
    return text.charAt(at);
  }

  private IllegalArgumentException unexpected() {
    long line = 1 + text.chars().limit(at).filter(c -> c == '\n').count();
    return new IllegalArgumentException("This is not JSON from its line " + line + " on.");
  }
}
