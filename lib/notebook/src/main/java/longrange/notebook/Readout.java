package longrange.notebook;

/// A named value under a figure, which moves with a slider.
///
/// @param name what it is, `r^100`
/// @param text as the reader sees it
/// @param value as the library computed it, in full
record Readout(String name, String text, String value) {
  /// The name and the value as they stand in a page. The full value is there for a test to read.
  String html() {
    return "<span style=\"margin-right:24px;white-space:nowrap\">%1$s = <b data-readout=\"%1$s\" data-value=\"%2$s\">%3$s</b></span>"
        .formatted(Html.escape(name), Html.escape(value), Html.escape(text));
  }
}
