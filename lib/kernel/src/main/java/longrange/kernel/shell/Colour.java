package longrange.kernel.shell;

/// The terminal colours that notebooks understand.
enum Colour {
  RED("31;1"),
  BOLD("1"),
  FAINT("90");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  String paint(String text) {
    return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
