package longrange.course.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import longrange.course.build.Tree;

/// Whose files JupyterLab shows, and what it does when one is saved.
///
/// @param folder what it shows
/// @param page the first page, relative to the folder; empty for none
/// @param options for the server
/// @param variables for the server's process
public record View(Path folder, String page, List<String> options, Map<String, String> variables) {
  public View {
    options = List.copyOf(options);
    variables = Map.copyOf(variables);
  }

  /// The student's copies, saved as they are.
  public static View student(Tree tree, String page) {
    return new View(tree.mine(), page, List.of(), Map.of());
  }

  /// The originals: a notebook is brought into its normal form before it is written.
  ///
  /// @param courseJar the jar with the program that does it
  public static View author(Tree tree, String page, Path courseJar) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new View(
        tree.root(),
        page,
        List.of("--ContentsManager.pre_save_hook=normal_form.before_save"),
        Map.of(
            "LONGRANGE_JAVA", java.toString(),
            "LONGRANGE_COURSE_JAR", courseJar.toString(),
            // The same paths mean other files here: the tabs of the one are not those of the other.
            "JUPYTERLAB_WORKSPACES_DIR", tree.made().resolve("jupyter/author").toString()));
  }
}
