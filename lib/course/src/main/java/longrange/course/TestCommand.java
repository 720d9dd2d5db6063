package longrange.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import longrange.course.build.Lock;
import longrange.course.build.Maven;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import longrange.course.environment.Environment;
import longrange.course.environment.StockKernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./course test`: everything that proves the course right.
@Command(name = "test", description = "Runs all tests of the course (mvn verify).")
final class TestCommand implements Callable<Integer> {
  private final Tree tree;
  private final Terminal terminal;

  @Option(names = "--slow", description = "Runs the long batteries whole instead of a sample.")
  private boolean slow;

  TestCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    long begun = System.nanoTime();
    List<String> arguments = new ArrayList<>();
    for (TestTool tool : TestTool.ALL) {
      prepare(tool).ifPresent(path -> arguments.add("-D" + tool.property() + "=" + path));
    }
    Environment environment = new Environment(tree, terminal);
    environment.prepare();
    arguments.add("-Dlongrange.root=" + tree.root());
    arguments.add("-Dlongrange.python=" + environment.python());
    stockKernel(environment).ifPresent(path -> arguments.add("-Dlongrange.jjava=" + path));
    arguments.add("-Dlongrange.slow=" + slow);
    arguments.add("verify");
    TestLog tests = new TestLog();
    try (Lock _ = Lock.take(tree, terminal, "build")) {
      new Maven(tree, terminal).run("testing", "test", arguments, tests);
    } catch (Refusal e) {
      terminal.say(tests + ".");
      throw e;
    }
    long minutes = (System.nanoTime() - begun) / 1_000_000_000 / 60;
    terminal.say(
        "%s, in %d min. Reports: */target/surefire-reports, log: %s"
            .formatted(tests, minutes, tree.shown(tree.log("test"))));
    return 0;
  }

  /// Where stock JJava is, fetched now if it had to be.
  private Optional<Path> stockKernel(Environment environment) throws IOException {
    StockKernel jjava = new StockKernel(tree, terminal, environment);
    try {
      jjava.prepare();
      return Optional.of(jjava.data());
    } catch (Refusal e) {
      if ("true".equals(System.getenv("CI"))) {
        throw e;
      }
      terminal.say("Skipped: the notebooks in stock JJava. " + e.getMessage());
      return Optional.empty();
    }
  }

  /// Where a tool is, installed now if it had to be.
  ///
  /// @throws Refusal when it is missing and this is a continuous integration, which must not pass
  ///   by leaving tests out
  private Optional<Path> prepare(TestTool tool) throws IOException {
    Optional<Path> found = tool.find();
    if (found.isEmpty()) {
      tool.install(tree, terminal);
      found = tool.find();
    }
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw Refusal.machine("With CI=true every test has to run. " + tool.missing());
    }
    if (found.isEmpty()) {
      terminal.say("Skipped: " + tool.missing());
    }
    return found;
  }
}
