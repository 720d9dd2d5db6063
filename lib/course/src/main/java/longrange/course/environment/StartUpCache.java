package longrange.course.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;

/// Makes the caches from which a JVM starts in half the time.
///
/// One holds for one JDK and one set of jars, so it is made here and never shipped. Without it
/// everything works as well, only later: so a failure is said and nothing stops.
///
/// @param tree the clone
record StartUpCache(Tree tree, Terminal terminal) {

  /// Makes a cache, unless it is there and holds for this JDK and these jars.
  ///
  /// @param name whose cache
  /// @param rehearsal the command that makes it in one run
  /// @param jars the class path of that command
  void train(String name, List<String> rehearsal, List<Path> jars) throws IOException {
    Path cache = tree.cache(name);
    Path stamp = cache.resolveSibling(name + ".trained");
    String now = trainedOn(rehearsal, jars);
    if (Files.exists(stamp) && Files.readString(stamp).equals(now)) {
      return;
    }
    terminal.status("training the " + name + "'s start-up cache");
    Files.createDirectories(tree.made().resolve("cache"));
    Files.deleteIfExists(stamp);
    Files.deleteIfExists(cache);
    Path log = tree.log(name + "-cache");
    new Tool(rehearsal, tree.root(), Map.of(), log).run(line -> {});
    if (!Files.exists(cache)) {
      terminal.say(
          "The "
              + name
              + "'s start-up cache could not be made: it starts a second later. Why: "
              + tree.shown(log));
    }
    // A failure is not tried again until something changes.
    Files.writeString(stamp, now);
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
