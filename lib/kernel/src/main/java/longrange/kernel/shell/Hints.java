package longrange.kernel.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What to do about errors that are not the student's: a machine without fonts, a full heap.
final class Hints {
  private static final int MAX_CAUSES = 8;

  private Hints() {}

  static Optional<String> of(@Nullable Throwable error) {
    Throwable at = error;
    for (int i = 0; at != null && i < MAX_CAUSES; i++) {
      if (at instanceof OutOfMemoryError) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "The kernel's heap of %d MB is full. Set large variables to null and run the cell"
                    + " again, or restart the kernel.",
                Runtime.getRuntime().maxMemory() >> 20));
      }
      if (isAboutFonts(at)) {
        return Optional.of(
            "Pictures need a font and fontconfig on this machine. On Debian or Ubuntu: apt install"
                + " fontconfig fonts-dejavu-core; on Fedora: dnf install fontconfig"
                + " dejavu-sans-fonts. Then restart the kernel.");
      }
      at = at.getCause();
    }
    return Optional.empty();
  }

  private static boolean isAboutFonts(Throwable error) {
    // Only the JDK's own errors are asked for their message: another's is the student's code.
    boolean ours = error instanceof Error && error.getClass().getName().startsWith("java.");
    String text = ours ? String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT) : "";
    boolean named =
        Stream.of("fontconfig", "freetype", "fontmanager", "sun.font").anyMatch(text::contains);
    return named
        || Arrays.stream(error.getStackTrace())
            .limit(12)
            .map(StackTraceElement::getClassName)
            .anyMatch(name -> name.startsWith("sun.font.") || name.contains("FontConfiguration"));
  }
}
