package longrange.course.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import longrange.course.build.Jars;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;
import longrange.course.environment.Environment;
import longrange.course.environment.Kernel;
import longrange.course.environment.StockKernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures both kernels in turns, in one run on one machine, and prints the table.
@Command(
    name = "kernel",
    description = "The kernel beside stock JJava, in turns; exits 1 where it is behind.")
public final class KernelBenchCommand implements Callable<Integer> {
  private final Tree tree;
  private final Terminal terminal;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each is started (${DEFAULT-VALUE}).")
  private int rounds;

  /// Made by the command line.
  public KernelBenchCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (rounds < 1) {
      throw Refusal.usage("--rounds counts from 1.");
    }
    Environment environment = new Environment(tree, terminal);
    environment.prepare();
    StockKernel stock = new StockKernel(tree, terminal, environment);
    stock.prepare();
    Path ours = environment.home().resolve("share/jupyter");
    Process bench =
        new ProcessBuilder(
                List.of(
                    environment.python().toString(),
                    "-B",
                    tree.scripts().resolve("bench_kernel.py").toString(),
                    spec(ours, Kernel.NAME).toString(),
                    spec(stock.data(), "java").toString(),
                    "--rounds=" + rounds,
                    "--jars=" + jars(),
                    "--java=" + Path.of(System.getProperty("java.home", ""), "bin")))
            .inheritIO()
            .start();
    int code = Tool.ended(bench);
    terminal.say(
        code == 0
            ? "The kernel is nowhere behind stock JJava."
            : "The kernel is behind where the table says so.");
    return code == 0 ? 0 : Refusal.FAILED;
  }

  private static Path spec(Path data, String name) {
    return data.resolve("kernels").resolve(name).resolve("kernel.json");
  }

  /// What stock JJava gets for the chart: the course's jars, without the kernel that it is itself.
  private String jars() throws IOException {
    return new Jars(tree)
        .kernelClassPath().stream()
            .map(Path::toString)
            .filter(jar -> !jar.contains("longrange-kernel-") && !jar.contains("jjava-jupyter-"))
            .collect(Collectors.joining(File.pathSeparator));
  }
}
