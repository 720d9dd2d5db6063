package longrange.course;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.course.bench.KernelBenchCommand;
import longrange.course.build.Lock;
import longrange.course.build.Maven;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;
import longrange.course.environment.Torch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./course bench`: how fast the core is, alone, beside PyTorch or its own other kernels, and
/// beside the machine's limit.
@Command(
    name = "bench",
    subcommands = KernelBenchCommand.class,
    description =
        "Benchmarks: of the core (JMH), against PyTorch or other kernels, or against the machine's"
            + " limit.")
final class BenchCommand implements Callable<Integer> {
  private static final String MODULE = "tests/bench";
  private static final String TORCH = "torch";
  private static final List<String> KERNELS = List.of("rows", "vector", "ejml");

  /// How a line begins that is no part of a table.
  private static final String PROGRESS = "measuring ";

  /// Lets a sample of what runs name the method that was inlined, not the one round it.
  private static final List<String> SEES_INLINED =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");

  private final Tree tree;
  private final Terminal terminal;

  @Option(
      names = "--against",
      paramLabel = "PEER",
      description = {
        "Measures the core and a peer in turns, after comparing losses and gradients: torch, or the"
            + " core itself on the kernels rows, vector or ejml.",
        "A row that is measured replaces its like in .course/bench/against-PEER.csv and .md."
      })
  private @Nullable String peer;

  @Option(
      names = "--torch",
      paramLabel = "PYTHON",
      description = "A Python that has torch; without, one is made in .course (5.4 GB).")
  private @Nullable Path python;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds of each contender, at least 5 for a table to be quoted; 5 without.")
  private int rounds;

  @Option(
      names = "--only-compare",
      description =
          "With --against: compares losses and gradients, says how far apart they are, and times"
              + " nothing.")
  private boolean onlyCompare;

  @Option(
      names = "--kernels",
      paramLabel = "KERNELS",
      description =
          "What the core computes with: rows (plain Java), vector (the Vector API) or ejml; without,"
              + " the fastest that this Java has.")
  private @Nullable String kernels;

  @Option(
      names = "--profile",
      description =
          "GFLOP/s of each work, shares of the machine's limit, what time goes to, and what the tape"
              + " costs.")
  private boolean profile;

  @Parameters(
      paramLabel = "WORD",
      description =
          "Only what has these words: lstm single 64; or for JMH a pattern of names: Product, Tape"
              + " or Step.")
  private List<String> words = List.of();

  BenchCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    check();
    build();
    Path results = Files.createDirectories(tree.made().resolve("bench"));
    if (profile) {
      run(SEES_INLINED, "longrange.bench.Profile", words);
      terminal.say("The shares are those of this machine, now.");
    } else if (peer != null) {
      run(List.of(), "longrange.bench.Against", against(peer, results));
      terminal.say(
          onlyCompare
              ? "Losses and gradients agree to rounding."
              : "The table: "
                  + tree.shown(results.resolve("against-" + peer + ".md"))
                  + " and .csv");
    } else {
      Path table = results.resolve(jmhTable());
      run(List.of(), "org.openjdk.jmh.Main", jmh(table));
      terminal.say("The table: " + tree.shown(table));
    }
    return 0;
  }

  private void check() {
    if (peer != null && !peer.equals(TORCH) && !KERNELS.contains(peer)) {
      throw Refusal.usage("--against is torch, rows, vector or ejml, and not " + peer + ".");
    }
    if (kernels != null && !KERNELS.contains(kernels)) {
      throw Refusal.usage("--kernels is rows, vector or ejml, and not " + kernels + ".");
    }
    if (peer != null && profile) {
      throw Refusal.usage("--against and --profile are two measurements: take one.");
    }
    if (onlyCompare && peer == null) {
      throw Refusal.usage("--only-compare needs a peer: --against torch, for one.");
    }
    if (python != null && !TORCH.equals(peer)) {
      throw Refusal.usage("--torch is for --against torch: leave it out, or add that.");
    }
    if (rounds < 1) {
      throw Refusal.usage("--rounds is " + rounds + ": need at least 1.");
    }
    if (python != null && !Files.isExecutable(python)) {
      throw Refusal.usage("--torch names no program: " + python);
    }
  }

  private List<String> against(String peer, Path results) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(peer);
    arguments.add(peer.equals(TORCH) ? torch().toString() : "");
    arguments.add(results.toString());
    arguments.add(onlyCompare ? "0" : Integer.toString(rounds));
    arguments.add("0.5");
    arguments.addAll(words);
    return arguments;
  }

  private Path torch() throws IOException {
    return python != null ? python : new Torch(tree, terminal).python();
  }

  /// Named after what was asked for: a run of a few benchmarks does not replace that of all.
  private String jmhTable() {
    return Stream.concat(Stream.ofNullable(kernels), words.stream())
        .map(word -> "-" + word.replaceAll("[^\\w.]+", "_"))
        .collect(Collectors.joining("", "jmh", ".csv"));
  }

  private List<String> jmh(Path table) {
    List<String> arguments = new ArrayList<>(List.of("-rf", "csv", "-rff", table.toString()));
    arguments.addAll(words);
    return arguments;
  }

  private void build() throws IOException {
    try (Lock _ = Lock.take(tree, terminal, "build")) {
      new Maven(tree, terminal)
          .run(
              "building",
              "bench-build",
              List.of("-Dmaven.test.skip=true", "-am", "-pl", MODULE, "package"));
    }
  }

  private void run(List<String> options, String main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Xmx2g"));
    if (kernels != null) {
      command.add("-Dlongrange.kernels=" + kernels);
    }
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main));
    command.addAll(arguments);
    Path log = tree.log("bench");
    int code = new Tool(command, tree.root(), Map.of(), log).run(this::tell);
    if (code != 0) {
      throw Refusal.failed("The benchmark ended early. Its output: " + tree.shown(log));
    }
  }

  private void tell(String line) {
    if (line.startsWith(PROGRESS)) {
      System.err.println(line);
    } else if (!line.startsWith("WARNING: Using incubator modules")) {
      terminal.say(line);
    }
  }

  private String classPath() throws IOException {
    Path target = tree.root().resolve(MODULE).resolve("target");
    try (Stream<Path> own = Files.list(target);
        Stream<Path> libraries = Files.list(target.resolve("jars"))) {
      return Stream.concat(
              own.filter(jar -> jar.getFileName().toString().matches("longrange-bench-.*\\.jar"))
                  .filter(jar -> !jar.toString().endsWith("-sources.jar")),
              libraries)
          .map(Path::toString)
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
