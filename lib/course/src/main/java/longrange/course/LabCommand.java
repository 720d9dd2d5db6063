package longrange.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import longrange.course.environment.Environment;
import longrange.course.lab.Ports;
import longrange.course.lab.Server;
import longrange.course.student.Mine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./course lab`: from a clone to a running chapter.
@Command(name = "lab", description = "Opens the course in JupyterLab, on your own copies in mine/.")
final class LabCommand implements Callable<Integer> {
  private final Tree tree;
  private final Terminal terminal;

  @Option(names = "--no-browser", description = "Only print the address.")
  private boolean noBrowser;

  @Option(names = "--port", description = "The port to listen on; a free one is chosen without.")
  private @Nullable Integer port;

  @Option(
      names = "--copies",
      description = "Where an original has changed since your copy, put a second copy beside it.")
  private boolean copies;

  LabCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int chosen = Ports.choose(port == null ? OptionalInt.empty() : OptionalInt.of(port));
    Environment environment = new Environment(tree, terminal);
    environment.prepare();
    copies();
    String page = firstPage();
    terminal.status("starting JupyterLab");
    Server server = Server.start(tree, environment.python(), tree.mine(), page, chosen, !noBrowser);
    server.awaitReady();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
    terminal.say("JupyterLab is at " + server.address(page));
    terminal.say("It shows mine/, your copies of the course. Ctrl-C here ends it.");
    server.await();
    return 0;
  }

  private void copies() throws IOException {
    Mine.Outcome outcome = new Mine(tree.root(), tree.mine()).update(copies);
    if (!outcome.made().isEmpty()) {
      terminal.say("Made in mine/: " + listed(outcome.made()));
    }
    if (!outcome.changed().isEmpty()) {
      terminal.say(
          "Changed in the course since your copy was made: "
              + listed(outcome.changed())
              + ". Your copies stay as they are; ./course lab --copies puts the new ones beside"
              + " them.");
    }
  }

  private static String listed(List<Path> files) {
    return files.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  /// `00-start-here`: the first of all.
  private String firstPage() throws IOException {
    return Chapters.of(tree).all().stream().findFirst().map(Path::toString).orElse("");
  }

  /// Ctrl-C is how the lab is meant to end, so it counts as done.
  private void end(Server server) {
    server.stop();
    terminal.say("JupyterLab has ended. What you wrote is in " + tree.mine());
    Runtime.getRuntime().halt(0);
  }
}
