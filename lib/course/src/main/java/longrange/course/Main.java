package longrange.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `./course VERB`: reads the command line and runs a verb.
@Command(name = "course", description = "A hands-on Java course on the long-range problem.")
public final class Main {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this.")
  @SuppressWarnings("UnusedVariable") // picocli looks at the option, nobody at the field.
  private boolean help;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine(Tree.ofLauncher(), Terminal.standard()).execute(arguments));
  }

  /// The command line over one clone. Every refusal becomes a sentence and an exit code.
  static CommandLine commandLine(Tree tree, Terminal terminal) {
    Verbs verbs = new Verbs(tree, terminal);
    var line = new CommandLine(new Main(), verbs);
    for (Class<?> verb : Verbs.all()) {
      line.addSubcommand(verbs.made(verb));
    }
    line.setExecutionExceptionHandler((e, command, parsed) -> {
      Refusal refusal = refusal(e);
      System.err.println("course: " + refusal.getMessage());
      return refusal.code();
    });
    var usual = line.getParameterExceptionHandler();
    line.setParameterExceptionHandler((e, given) -> {
      if (e.getCommandLine().getParent() != null || given.length == 0 || given[0].startsWith("-")) {
        return usual.handleParseException(e, given);
      }
      line.getErr()
          .println(
              "course: There is no verb %s in this copy of the course. ./course lists those there are."
                  .formatted(given[0]));
      return ExitCode.USAGE;
    });
    line.setExitCodeExceptionMapper(e -> ExitCode.USAGE);
    return line;
  }

  private static Refusal refusal(Exception e) throws Exception {
    return switch (e) {
      case Refusal refusal -> refusal;
      case IOException io -> Refusal.of(io);
      case UncheckedIOException io -> Refusal.of(Objects.requireNonNull(io.getCause()));
      default -> throw e;
    };
  }
}
