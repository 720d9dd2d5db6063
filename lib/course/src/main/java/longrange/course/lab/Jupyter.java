package longrange.course.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import longrange.course.build.Tree;

/// Keeps the course's Jupyter apart from any other of the user.
public final class Jupyter {
  private Jupyter() {}

  /// Variables under which Jupyter reads and writes below `.course` only. A password or an
  /// extension set elsewhere does not reach in here, and no kernel of ours shows up there.
  public static Map<String, String> folders(Tree tree) throws IOException {
    Path home = Files.createDirectories(tree.made().resolve("jupyter"));
    return Map.of(
        "JUPYTER_CONFIG_DIR", home.resolve("config").toString(),
        "JUPYTER_DATA_DIR", home.resolve("data").toString(),
        "JUPYTER_RUNTIME_DIR", home.resolve("runtime").toString(),
        "JUPYTERLAB_SETTINGS_DIR", home.resolve("settings").toString(),
        "JUPYTERLAB_WORKSPACES_DIR", home.resolve("workspaces").toString(),
        "JUPYTER_PATH", "",
        "JUPYTER_PREFER_ENV_PATH", "1",
        "PYTHONNOUSERSITE", "1",
        "IPYTHONDIR", home.resolve("ipython").toString());
  }
}
