package longrange.grading;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;

/// Where a class comes from: a jar, or a folder of classes.
public final class CodeLocation {
  private CodeLocation() {}

  /// The jar or the folder that a class was loaded from.
  ///
  /// @throws IllegalStateException in one sentence, for a class that no file holds
  public static Path of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      if (source != null) {
        return Path.of(source.getLocation().toURI());
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No file: " + source.getLocation(), e);
    }
    throw new IllegalStateException("Nobody knows where " + type.getName() + " comes from.");
  }
}
