package longrange.course.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// Brings `.course/jars` up to date with the sources. The launcher starts this from its source file
/// when something is newer than the stamp of the last build.
public final class Build {
  private final Tree tree;
  private final Terminal terminal;

  Build(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  public static void main(String[] arguments) {
    try {
      new Build(Tree.ofLauncher(), Terminal.standard()).run();
    } catch (Refusal e) {
      fail(e);
    } catch (UncheckedIOException e) {
      fail(Refusal.of(Objects.requireNonNull(e.getCause())));
    } catch (IOException e) {
      fail(Refusal.of(e));
    }
  }

  private static void fail(Refusal refusal) {
    System.err.println("course: " + refusal.getMessage());
    System.exit(refusal.code());
  }

  void run() throws IOException {
    if (tree.root().toString().contains(":")) {
      throw Refusal.machine(
          "The folder's name holds a colon ("
              + tree.root()
              + "), which separates the entries of a"
              + " class path. Rename the folder.");
    }
    try (Lock _ = Lock.take(tree, terminal, "build")) {
      make();
    }
  }

  private void make() throws IOException {
    Path stamp = tree.made().resolve("built.new");
    Files.writeString(stamp, System.getProperty("java.home") + " " + tree.root());
    Jars jars = new Jars(tree);
    if (!tree.isBundle()) {
      compile(jars);
    }
    Files.writeString(tree.launchArguments(), new LaunchArguments(tree, jars.classPath()).file());
    // The stamp is the last thing made, and has the time of the first: what was saved meanwhile is
    // newer than it.
    Files.move(stamp, tree.built(), StandardCopyOption.REPLACE_EXISTING);
  }

  private void compile(Jars jars) throws IOException {
    long begun = System.nanoTime();
    new Maven(tree, terminal)
        .run(
            "building",
            "build",
            List.of(
                "-Dmaven.test.skip=true",
                "-am",
                "-pl",
                String.join(",", jars.modules()),
                "package"));
    jars.update();
    terminal.say("Built the course in " + (System.nanoTime() - begun) / 1_000_000_000 + " s.");
  }
}
