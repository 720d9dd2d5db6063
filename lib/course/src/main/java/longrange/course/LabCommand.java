package longrange.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import longrange.course.build.Jars;
import longrange.course.build.Lock;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;
import longrange.course.environment.Environment;
import longrange.course.lab.Ports;
import longrange.course.lab.Server;
import longrange.course.lab.View;
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

  @Option(
      names = "--author",
      description = "Open the originals; a notebook that is saved is brought into its normal form.")
  private boolean author;

  LabCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    // Before the long work, so that a port that is taken is said at once.
    freePort();
    Environment environment = new Environment(tree, terminal);
    environment.prepare();
    if (!author) {
      copies();
    }
    Server server = start(environment);
    Thread ending = new Thread(() -> end(server));
    Runtime.getRuntime().addShutdownHook(ending);
    terminal.say("JupyterLab is at " + server.address());
    terminal.say(
        author
            ? "It shows the originals; a notebook loses its outputs when you save. Ctrl-C here ends"
                + " it."
            : "It shows mine/, your copies of the course. Ctrl-C here ends it.");
    int code = server.await();
    Tool.takeBack(ending);
    if (code != 0) {
      String log = tree.shown(server.log());
      throw Refusal.machine("JupyterLab has ended by itself. Its output: " + log)
          .unlessDiskIsFull(tree);
    }
    sayGoodbye(server);
    return 0;
  }

  /// One at a time: until a server listens, its port looks free to the next.
  private Server start(Environment environment) throws IOException, InterruptedException {
    try (Lock _ = Lock.take(tree, terminal, "lab")) {
      terminal.status("starting JupyterLab");
      Server server = Server.start(tree, environment.python(), view(), freePort(), !noBrowser);
      server.awaitReady();
      return server;
    }
  }

  private int freePort() {
    return Ports.choose(port == null ? OptionalInt.empty() : OptionalInt.of(port));
  }

  private View view() throws IOException {
    String page = firstPage();
    return author ? View.author(tree, page, new Jars(tree).course()) : View.student(tree, page);
  }

  private void copies() throws IOException {
    Mine.Outcome outcome;
    try (Lock _ = Lock.take(tree, terminal, "mine")) {
      outcome = new Mine(tree.root(), tree.mine()).update(copies);
    }
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
    sayGoodbye(server);
    Runtime.getRuntime().halt(0);
  }

  private void sayGoodbye(Server server) {
    terminal.say("JupyterLab has ended. What you wrote is in " + server.view().folder());
  }
}
