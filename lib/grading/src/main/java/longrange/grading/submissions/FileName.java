package longrange.grading.submissions;

import java.util.Locale;
import java.util.Set;

/// What the name of a file says.
final class FileName {
  private static final int LONGEST = 100;
  private static final Set<String> SYSTEMS = Set.of("__macosx", "thumbs.db", "desktop.ini");

  private FileName() {}

  /// What stands before the extension.
  static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /// What stands after the last dot, in lower case; empty when there is none.
  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /// Whether an operating system or a tool left it there, and no student.
  static boolean isJunk(String name) {
    return name.startsWith(".") || SYSTEMS.contains(name.toLowerCase(Locale.ROOT));
  }

  /// The last part of a path in an archive.
  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// A name that is safe as a file's on any system, with the same extension.
  static String safe(String name) {
    String clean = stem(name).replaceAll("[^\\p{L}\\p{N}_() -]", "_");
    String cut = clean.substring(0, Math.min(clean.length(), LONGEST));
    return cut + "." + extension(name).replaceAll("[^a-z0-9]", "_");
  }
}
