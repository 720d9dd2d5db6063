package longrange.notebook;

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
}
