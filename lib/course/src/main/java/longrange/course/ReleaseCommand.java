package longrange.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import longrange.course.release.Bundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./course release --out DIR`: the copy of the course that students get.
@Command(name = "release", description = "Makes the copy of the course that students get.")
final class ReleaseCommand implements Callable<Integer> {
  private static final Set<String> VERBS = Set.of("lab", "check", "run", "submit", "doctor");

  private final Tree tree;
  private final Terminal terminal;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where it goes.")
  private Path out = Path.of("");

  ReleaseCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (tree.isBundle()) {
      throw Refusal.usage("This is a student's copy already: release from the whole course.");
    }
    Path bundle = out.toAbsolutePath().normalize();
    new Bundle(tree, terminal, VERBS).make(bundle);
    terminal.say("The student's copy of the course: " + tree.shown(bundle));
    return 0;
  }
}
