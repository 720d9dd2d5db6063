package longrange.notebook;

import java.util.List;
import java.util.stream.Collectors;

/// The little HTML that figures and tables are made of.
///
/// Colours are inherited, so that a fragment is readable in a light and in a dark page.
final class Html {
  private static final String CELL = "padding:2px 12px 2px 0;text-align:";

  private Html() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// A table with a header row; numbers stand right, words left.
  ///
  /// @param caption says what the table shows; empty for none
  static String table(String caption, List<String> header, List<List<String>> rows) {
    String title =
        caption.isEmpty()
            ? ""
            : "<caption style=\"text-align:left\">" + escape(caption) + "</caption>";
    String body = rows.stream().map(Html::row).collect(Collectors.joining());
    return "<table style=\"border-collapse:collapse\">%s<thead>%s</thead><tbody>%s</tbody></table>"
        .formatted(title, headerRow(header, rows), body);
  }

  /// Numbers without a header, as in a matrix.
  ///
  /// @param caption its size
  static String grid(String caption, List<List<String>> rows) {
    String body = rows.stream().map(Html::row).collect(Collectors.joining());
    return "<table style=\"border-collapse:collapse;border-left:1px solid;border-right:1px solid\"><caption style=\"text-align:left\">%s</caption><tbody>%s</tbody></table>"
        .formatted(escape(caption), body);
  }

  private static String headerRow(List<String> header, List<List<String>> rows) {
    StringBuilder cells = new StringBuilder("<tr>");
    for (int i = 0; i < header.size(); i++) {
      String side = !rows.isEmpty() && isNumber(rows.get(0).get(i)) ? "right" : "left";
      cells.append("<th scope=\"col\" style=\"%s%s\">".formatted(CELL, side));
      cells.append(escape(header.get(i))).append("</th>");
    }
    return cells.append("</tr>").toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().map(Html::cell).collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String cell(String text) {
    String side = isNumber(text) ? "right" : "left";
    return "<td style=\"%s%s\">%s</td>".formatted(CELL, side, escape(text));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && "0123456789−-.".indexOf(text.charAt(0)) >= 0;
  }
}
