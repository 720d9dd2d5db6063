package longrange.course.authoring;

import java.util.ArrayList;
import java.util.List;

/// A doc comment of `///` lines.
///
/// @param lines without the slashes
record DocComment(List<String> lines) {
  private static final String SLASHES = "///";

  /// The comment that ends just before a declaration.
  ///
  /// @param position where the declaration begins, or any annotation of it
  static DocComment before(String file, String source, int position) {
    List<String> lines = new ArrayList<>();
    for (String line : source.substring(0, position).lines().toList().reversed()) {
      if (line.strip().startsWith(SLASHES)) {
        lines.add(line.strip().substring(SLASHES.length()).replaceFirst("^ ", ""));
      } else if (!lines.isEmpty() || !line.isBlank()) {
        break;
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(file + " needs a doc comment of /// lines on its type.");
    }
    return new DocComment(lines.reversed());
  }

  /// The text for a notebook, each paragraph and each list item on a line of its own.
  ///
  /// The line breaks of a source file come from its formatter and say nothing.
  String markdown() {
    List<String> blocks = new ArrayList<>();
    boolean open = false;
    for (String line : lines) {
      if (line.contains("{@")) {
        throw new IllegalArgumentException("No {@tag} in a text for notebooks: " + line.strip());
      }
      boolean starts = line.startsWith("- ") || line.startsWith("#");
      if (open && !starts && !line.isBlank()) {
        blocks.add(blocks.removeLast() + " " + line.strip());
      } else {
        blocks.add(line.strip());
      }
      open = !line.isBlank() && !line.startsWith("#");
    }
    return String.join("\n", blocks).strip();
  }
}
