package longrange.grading.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import longrange.grading.Sha256;
import longrange.grading.sandbox.student.Rehearsal;

/// The jar of an answer's process and the cache from which that process starts in half the time.
/// They are kept from one grading run to the next.
///
/// @param jar the one jar
/// @param cache the JVM's start-up cache; when it could not be made there is no such file, and
///   every process starts a little later
record StartUpCache(Path jar, Path cache) {
  private static final int PATIENCE_SECONDS = 60;

  /// The time of the jar, always the same: the cache compares it.
  private static final FileTime TIME = FileTime.fromMillis(1_767_225_600_000L);

  /// Makes what is not there yet.
  ///
  /// @param java the JVM with its flags: a cache holds for these
  static StartUpCache in(Path workspace, List<String> java) throws IOException {
    byte[] bytes = StudentJar.bytes();
    String name = name(bytes, java);
    Files.createDirectories(workspace);
    StartUpCache here =
        new StartUpCache(
            workspace.resolve("student-" + name + ".jar"),
            workspace.resolve("student-" + name + ".aot"));
    if (!Files.exists(here.jar)) {
      here.make(bytes, java);
    }
    return here;
  }

  private static String name(byte[] jar, List<String> java) {
    MessageDigest digest = Sha256.digest();
    digest.update(jar);
    List<String> all = new ArrayList<>(java);
    all.addAll(Command.main(Rehearsal.class));
    digest.update((Runtime.version() + String.join(" ", all)).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /// The jar is there last, and at once: whoever finds it finds the cache too.
  private void make(byte[] bytes, List<String> java) throws IOException {
    Path folder = Files.createTempDirectory(jar.getParent(), "making-");
    Path newJar = folder.resolve(StudentJar.NAME);
    Path newCache = folder.resolve("student.aot");
    Files.write(newJar, bytes);
    Files.setLastModifiedTime(newJar, TIME);
    train(folder, newCache, java);
    if (Files.exists(newCache)) {
      Files.move(newCache, cache, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(newJar, jar, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(folder);
  }

  private static void train(Path folder, Path cache, List<String> java) throws IOException {
    List<String> command = new ArrayList<>(java);
    command.add("-XX:AOTCacheOutput=" + cache);
    command.addAll(Command.main(Rehearsal.class));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
