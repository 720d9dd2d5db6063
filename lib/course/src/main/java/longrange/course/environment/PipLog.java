package longrange.course.environment;

import java.util.List;
import java.util.Locale;
import longrange.course.build.Refusal;

/// Reads pip's output as it comes: how far it is, and what went wrong.
final class PipLog {
  private static final List<String> NO_NETWORK =
      List.of(
          "newconnectionerror",
          "connecttimeouterror",
          "readtimeouterror",
          "name resolution",
          "name or service not known",
          "nodename nor servname",
          "network is unreachable",
          "connection refused",
          "connection reset",
          "proxyerror",
          "sslerror",
          "could not find a version",
          "no matching distribution");

  private int collected;
  private boolean network = true;
  private boolean space = true;
  private boolean genuine = true;
  private String lastError = "";

  /// Takes the next line.
  void line(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (line.startsWith("Collecting ")) {
      collected++;
    }
    if (lower.startsWith("error:")) {
      lastError = line.substring("error:".length()).strip();
    }
    genuine &= !lower.contains("do not match the hashes");
    space &= !Refusal.isDiskFull(line);
    network &= NO_NETWORK.stream().noneMatch(lower::contains);
  }

  /// How many packages it has come to.
  int collected() {
    return collected;
  }

  /// Why it failed, as the user is told it.
  ///
  /// @param tool whose output this is: `pip` or `venv`
  /// @param log where all of its output is
  Refusal refusal(String tool, String log) {
    String rest = " All of " + tool + "'s output: " + log;
    if (!space) {
      return Refusal.machine(Refusal.DISK_FULL);
    }
    if (!genuine) {
      return Refusal.machine(
          "A Python package is not the one that the course was made with (its hash differs), so it"
              + " was not installed. Is there a proxy or a package index of your own?"
              + rest);
    }
    if (!network) {
      return Refusal.machine(
          "pip could not fetch a Python package: is there a network? Connect and give the same"
              + " command again; what was fetched is kept."
              + rest);
    }
    return Refusal.machine(
        tool
            + " could not make the Python environment"
            + (lastError.isEmpty() ? "." : ": " + lastError)
            + rest);
  }
}
