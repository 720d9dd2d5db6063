package longrange.grading.reports;

/// Text of unknown origin, made safe to look at. A control character could move the cursor of a
/// terminal, a direction mark could turn the words after it round, half a surrogate pair is no
/// text.
public final class Characters {
  private static final int PICTURES = 0x2400;
  private static final int DELETE = 0x7F;
  private static final int PICTURE_OF_DELETE = 0x2421;
  private static final int REPLACEMENT = 0xFFFD;

  private Characters() {}

  /// The text with each of these shown as a sign of its own; line breaks and tabs stay.
  public static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().forEach(c -> visible.appendCodePoint(visible(c)));
    return visible.toString();
  }

  private static int visible(int c) {
    if (c == '\n' || c == '\t') {
      return c;
    }
    if (c < ' ') {
      return PICTURES + c;
    }
    if (c == DELETE) {
      return PICTURE_OF_DELETE;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      default -> c;
    };
  }

  /// At most so many characters, and a word about the rest.
  static String cut(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, longest)
            + "\n… %d more characters are not shown".formatted(text.length() - longest);
  }
}
