package longrange.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;
import longrange.course.environment.Environment;
import longrange.course.lab.Jupyter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./course run 03`: a notebook from top to bottom, without a browser, as one HTML page.
@Command(
    name = "run",
    description = "Runs a chapter from top to bottom and writes one HTML page that works offline.")
final class RunCommand implements Callable<Integer> {
  private final Tree tree;
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "CHAPTER",
      description = "A chapter's number (03), or a notebook file.")
  private String what = "";

  @Option(names = "--out", paramLabel = "FILE", description = "Where the page goes.")
  private @Nullable Path out;

  RunCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    boolean isFile = what.endsWith(".ipynb");
    Path notebook =
        (isFile ? Path.of(what) : tree.root().resolve(Chapters.of(tree).require(what)))
            .toAbsolutePath();
    if (!Files.isRegularFile(notebook)) {
      throw Refusal.usage("There is no notebook " + what + ".");
    }
    Environment environment = new Environment(tree, terminal);
    environment.prepare();
    Path page = page(notebook);
    Files.createDirectories(page.getParent());
    long begun = System.nanoTime();
    int code =
        run(environment.python(), notebook, isFile ? notebook.resolveSibling("") : scratch(), page);
    long seconds = (System.nanoTime() - begun) / 1_000_000_000;
    String shown = tree.shown(page);
    switch (code) {
      case 0 -> terminal.say("Ran every cell in " + seconds + " s. The page: " + shown);
      case Refusal.FAILED -> terminal.say("A cell failed. The page up to there: " + shown);
      default -> terminal.say("The notebook could not be run.");
    }
    return code;
  }

  private int run(Path python, Path notebook, Path folder, Path page)
      throws IOException, InterruptedException {
    Files.createDirectories(tree.log("run").getParent());
    var builder =
        new ProcessBuilder(
                List.of(
                    python.toString(),
                    "-B",
                    tree.scripts().resolve("page.py").toString(),
                    notebook.toString(),
                    page.toString(),
                    "--folder=" + folder,
                    "--kernel=longrange",
                    "--kernel-log=" + tree.log("run")))
            .inheritIO();
    builder.environment().putAll(Jupyter.folders(tree));
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    Thread ending = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(ending);
    int ended = process.waitFor();
    Tool.takeBack(ending);
    return ended;
  }

  private Path page(Path notebook) {
    if (out != null) {
      return out.toAbsolutePath();
    }
    String name = notebook.getFileName().toString().replaceAll("\\.ipynb$", ".html");
    return tree.made().resolve("pages").resolve(name);
  }

  /// A chapter is run away from its original, so that nothing can be written beside it.
  private Path scratch() throws IOException {
    return Files.createDirectories(tree.made().resolve("run"));
  }
}
