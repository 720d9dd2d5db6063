package longrange.course.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads Maven's output as it comes: which module it is at, how many libraries it fetched, and what
/// went wrong.
public final class MavenLog {
  private static final Pattern MODULE =
      Pattern.compile("\\[INFO\\] Building (?:longrange-)?(\\S+) .*\\[(\\d+)/(\\d+)\\]");
  private static final Pattern WARNING = Pattern.compile("\\[WARNING\\] \\S+\\.java:\\[");
  private static final Pattern FETCHED = Pattern.compile("\\[INFO\\] Downloaded from .*");
  private static final int SHOWN_ERRORS = 12;
  private static final List<String> NO_NETWORK =
      List.of(
          "unknown host",
          "name or service not known",
          "temporary failure in name resolution",
          "nodename nor servname",
          "network is unreachable",
          "connection refused",
          "connect timed out",
          "connection timed out",
          "no route to host",
          "could not transfer artifact");

  private final List<String> errors = new ArrayList<>();
  private String module = "starting";
  private int fetched;
  private boolean network = true;
  private boolean space = true;

  /// Takes the next line of output.
  ///
  /// @return the module, where this line begins one: `core (2 of 9)`
  public Optional<String> module(String line) {
    if (FETCHED.matcher(line).matches()) {
      fetched++;
    }
    if (line.startsWith("[ERROR]")) {
      error(line.substring("[ERROR]".length()).strip());
    } else if (WARNING.matcher(line).lookingAt()) {
      // A warning in a source is an error to this build.
      error(line.substring("[WARNING]".length()).strip());
    }
    space &= !Refusal.isDiskFull(line);
    Matcher match = MODULE.matcher(line);
    if (!match.find()) {
      return Optional.empty();
    }
    module = match.group(1) + " (" + match.group(2) + " of " + match.group(3) + ")";
    return Optional.of(module);
  }

  private void error(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    network &= NO_NETWORK.stream().noneMatch(lower::contains);
    if (!text.isEmpty() && !errors.contains(text)) {
      errors.add(text);
    }
  }

  /// How many files were fetched from a repository so far.
  public int fetched() {
    return fetched;
  }

  /// The module that Maven is at.
  public String module() {
    return module;
  }

  /// Why Maven failed, as the user is told it.
  ///
  /// @param log where all of its output is
  public Refusal refusal(String log) {
    if (!space) {
      return Refusal.machine(Refusal.DISK_FULL);
    }
    if (!network) {
      return Refusal.machine(
          "Maven could not fetch a library: is there a network? Connect and give the same command"
              + " again; what was fetched is kept. All of Maven's output: "
              + log);
    }
    return Refusal.failed(
        "The build failed at " + module + ":\n" + indented(summary()) + "\nAll of it: " + log);
  }

  /// The errors without Maven's advice about itself, the first few.
  List<String> summary() {
    List<String> told = errors.stream().takeWhile(error -> !isMavensAdvice(error)).toList();
    return told.size() <= SHOWN_ERRORS
        ? told
        : Stream.concat(
                told.stream().limit(SHOWN_ERRORS),
                Stream.of("… and " + (told.size() - SHOWN_ERRORS) + " more"))
            .toList();
  }

  private static boolean isMavensAdvice(String error) {
    return error.startsWith("To see the full stack trace")
        || error.startsWith("-> [Help")
        || error.startsWith("Re-run Maven");
  }

  private static String indented(List<String> lines) {
    return String.join("\n", lines.stream().map(line -> "  " + line).toList());
  }
}
