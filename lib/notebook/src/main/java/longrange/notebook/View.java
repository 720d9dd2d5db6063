package longrange.notebook;

import java.util.List;
import java.util.stream.Collectors;

/// How something looks in a notebook: as a page, and as plain text for a reader without one.
///
/// @param html a fragment that needs no network and stays readable when scripts are taken out
/// @param text says the same in words
record View(String html, String text) {
  /// Text as it stands, in a fixed-width block.
  static View plain(String text) {
    return new View("<pre>" + Html.escape(text) + "</pre>", text);
  }

  /// A sentence.
  static View sentence(String text) {
    return new View("<p>" + Html.escape(text) + "</p>", text);
  }

  /// Views one below the other, as one.
  static View below(List<View> views) {
    return new View(
        views.stream().map(View::html).collect(Collectors.joining()),
        views.stream().map(View::text).collect(Collectors.joining("\n")));
  }
}
