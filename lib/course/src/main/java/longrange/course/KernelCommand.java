package longrange.course;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import longrange.course.environment.Kernel;
import longrange.course.environment.StartUpCache;
import longrange.kernel.install.KernelFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./course kernel`: the course's kernel in a Jupyter that the reader has already.
@Command(
    name = "kernel",
    description = "Installs the course's Java kernel in your own Jupyter, examines or removes it.")
final class KernelCommand implements Runnable {
  private final Tree tree;
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  KernelCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Say install, doctor or remove.");
    }
  }

  @Command(name = "install", description = "Makes the kernel known to a Jupyter.")
  int install(
      @Option(names = "--user", description = "For you alone (the default).") boolean user,
      @Option(names = "--prefix", paramLabel = "DIR", description = PREFIX) @Nullable Path prefix)
      throws IOException {
    KernelFolder folder = folder(user, prefix);
    new Kernel(tree, new StartUpCache(tree, terminal)).install(folder);
    terminal.say(
        "Installed the kernel in " + folder.path() + ". It runs from " + tree.root() + ".");
    folder.closed().ifPresent(terminal::say);
    return 0;
  }

  @Command(name = "remove", description = "Takes it away again.")
  int remove(
      @Option(names = "--user", description = "Yours (the default).") boolean user,
      @Option(names = "--prefix", paramLabel = "DIR", description = PREFIX) @Nullable Path prefix)
      throws IOException {
    KernelFolder folder = folder(user, prefix);
    terminal.say(
        folder.remove()
            ? "Removed " + folder.path() + "."
            : "There is none in " + folder.path() + ".");
    return 0;
  }

  @Command(name = "doctor", description = "Says whether it starts, and what to do if not.")
  int doctor(
      @Option(names = "--user", description = "Yours (the default).") boolean user,
      @Option(names = "--prefix", paramLabel = "DIR", description = PREFIX) @Nullable Path prefix)
      throws IOException, InterruptedException {
    KernelFolder folder = folder(user, prefix);
    List<String> faults = folder.faults();
    faults.forEach(terminal::say);
    if (!faults.isEmpty()) {
      throw Refusal.failed("./course kernel install" + again(prefix) + " puts it right.");
    }
    terminal.say("The kernel in " + folder.path() + " starts, with its cache.");
    return 0;
  }

  private static final String PREFIX =
      "For the Jupyter in DIR, as a virtual environment or /usr/local.";

  private static String again(@Nullable Path prefix) {
    return prefix == null ? "" : " --prefix " + prefix;
  }

  private static KernelFolder folder(boolean user, @Nullable Path prefix) {
    if (user && prefix != null) {
      throw Refusal.usage("Either --user or --prefix, not both.");
    }
    return prefix == null
        ? KernelFolder.ofUser(Kernel.NAME)
        : KernelFolder.under(prefix, Kernel.NAME);
  }
}
