package longrange.course.build;

import java.util.Locale;
import java.util.Map;

/// How this system installs a package: the command a user can copy.
public final class Packages {
  /// Where the name differs from Debian's.
  private static final Map<String, Map<String, String>> OTHER_NAMES =
      Map.of(
          "brew",
              Map.of("python3-venv", "python", "python3", "python", "chromium", "--cask chromium"),
          "dnf", Map.of("python3-venv", "python3"),
          "zypper", Map.of("python3-venv", "python3"),
          "pacman", Map.of("python3-venv", "python", "python3", "python"));

  private Packages() {}

  /// The command that installs a package.
  ///
  /// @param debian its name in Debian
  public static String command(String debian) {
    return command(manager(), debian);
  }

  static String command(String manager, String debian) {
    String name = OTHER_NAMES.getOrDefault(manager, Map.of()).getOrDefault(debian, debian);
    return switch (manager) {
      case "brew" -> "brew install " + name;
      case "dnf" -> "sudo dnf install " + name;
      case "zypper" -> "sudo zypper install " + name;
      case "pacman" -> "sudo pacman -S " + name;
      default -> "sudo apt-get install " + name;
    };
  }

  private static String manager() {
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")) {
      return "brew";
    }
    for (String manager : new String[] {"apt-get", "dnf", "zypper", "pacman"}) {
      if (Tool.onPath(manager).isPresent()) {
        return manager;
      }
    }
    return "apt-get";
  }
}
