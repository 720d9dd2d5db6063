package longrange.grading.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import longrange.grading.Sha256;

/// A page that stands alone: its style and its script are in it, and it may use nothing else. So
/// even what would slip through the escaping could run nothing and ask nobody.
final class Html {
  private static final int LONGEST = 4_000;
  private static final String STYLE = resource("page.css");

  private Html() {}

  /// Text for a page.
  static String text(String text) {
    return Characters.visible(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// A paragraph that keeps its line breaks, and is cut where it is very long; nothing for no text.
  static String paragraph(String kind, String text) {
    return text.isBlank()
        ? ""
        : "<p class=\"%s\">%s</p>\n".formatted(kind, text(Characters.cut(text, LONGEST)));
  }

  /// A whole page's beginning.
  ///
  /// @param title as text
  /// @param script what runs in it, or empty
  static String head(String title, String script) {
    String scripts = script.isEmpty() ? "" : " script-src 'sha256-" + hash(script) + "';";
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s';%s">
    <title>%s</title>
    <style>%s</style>
    </head>
    <body>
    """
        .formatted(hash(STYLE), scripts, text(title), STYLE);
  }

  /// A whole page's end.
  static String foot(String script) {
    return (script.isEmpty() ? "" : "<script>" + script + "</script>\n") + "</body>\n</html>\n";
  }

  private static String hash(String inline) {
    byte[] digest = Sha256.digest().digest(inline.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  static String resource(String name) {
    try (InputStream in = Html.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The file " + name + " is not on the class path.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + name + " cannot be read.", e);
    }
  }
}
