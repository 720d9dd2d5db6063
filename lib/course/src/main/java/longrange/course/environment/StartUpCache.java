package longrange.course.environment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;

/// Makes the caches from which a JVM starts in half the time.
///
/// One holds for one JDK and one set of jars, so it is made here and never shipped. Without it
/// everything works as well, only later: so a failure is said and nothing stops.
///
/// @param tree the clone
public record StartUpCache(Tree tree, Terminal terminal) {

  private static final long ROOM = 200L << 20;

  /// Makes a cache, unless it is there and holds for this JDK and these jars.
  ///
  /// @param name whose cache
  /// @param rehearsal the command that makes it in one run, for the file that it is to make
  /// @param jars the class path of that command
  void train(String name, Function<Path, List<String>> rehearsal, List<Path> jars)
      throws IOException {
    Path cache = tree.cache(name);
    Path stamp = cache.resolveSibling(name + ".trained");
    String now = trainedOn(rehearsal.apply(cache), jars);
    if (Files.exists(stamp) && Files.readString(stamp).equals(now)) {
      return;
    }
    terminal.status("training the " + name + "'s start-up cache");
    forget(name);
    // A cache that is there is whole: until then it has another name. One of its own, since the
    // rehearsal outlives a command that was killed.
    Path half = cache.resolveSibling(cache.getFileName() + "." + ProcessHandle.current().pid());
    Path log = tree.log(name + "-cache");
    int code = new Tool(rehearsal.apply(half), tree.root(), Map.of(), log).run(line -> {});
    if (Files.exists(half) && code < Tool.ENDED_BY_A_SIGNAL) {
      Files.move(half, cache);
    } else if (tree.hasLessThan(ROOM)) {
      terminal.say(without(name) + " It wants 200 MB of room on the disk.");
      return;
    } else {
      terminal.say(without(name) + " Why: " + tree.shown(log));
    }
    if (code < Tool.ENDED_BY_A_SIGNAL) {
      // A failure is not tried again until something changes.
      Files.writeString(stamp, now);
    }
  }

  /// Deletes the cache, its stamp, and what a run left that was cut off.
  private void forget(String name) throws IOException {
    Path folder = Files.createDirectories(tree.made().resolve("cache"));
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, name + ".*")) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }

  private static String without(String name) {
    return "The " + name + "'s start-up cache could not be made: it starts a second later.";
  }

  /// What a cache holds for: the JDK, the command, and each jar with its time.
  private static String trainedOn(List<String> rehearsal, List<Path> jars) throws IOException {
    List<String> parts = new ArrayList<>(rehearsal);
    parts.add(Runtime.version().toString());
    for (Path jar : jars) {
      parts.add(Files.getLastModifiedTime(jar).toString());
    }
    return String.join("\n", parts);
  }
}
