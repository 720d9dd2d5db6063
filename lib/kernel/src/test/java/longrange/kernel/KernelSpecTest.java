package longrange.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import longrange.kernel.install.KernelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The installed kernel: its spec, the rehearsal, and a start with the cache that it made.
class KernelSpecTest {
  @TempDir private Path folder;

  @Test
  void theRehearsedKernelStartsFromItsSpecWithItsCache() throws Exception {
    KernelSpec spec =
        new KernelSpec(
            "Java (a test)", Client.java(), jars(), folder.resolve("start up.aot"), "512m");
    rehearse(spec);

    JsonObject json =
        JsonParser.parseString(Files.readString(spec.write(folder.resolve("a/spec"))))
            .getAsJsonObject();
    assertEquals("Java (a test)", json.get("display_name").getAsString());
    assertEquals("java", json.get("language").getAsString());
    assertEquals("message", json.get("interrupt_mode").getAsString());
    List<String> argv = new ArrayList<>(Client.strings(json.getAsJsonArray("argv")));
    assertTrue(Path.of(argv.getFirst()).isAbsolute());
    assertEquals("{connection_file}", argv.getLast());
    assertTrue(
        argv.containsAll(
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-Djava.awt.headless=true", "-Xmx512m")));
    // With this flag a JVM that cannot use the cache does not start.
    argv.add(1, "-XX:AOTMode=on");
    try (Client kernel = new Client(argv)) {
      kernel.awaitReady();
      assertEquals("2", kernel.run("1 + 1").value());
      // Named by the index of the jars, not searched for.
      assertEquals("<b>21.0 °C</b>", kernel.run("new Celsius(21)").value("text/html"));
      assertTrue(kernel.log().contains("Broken failed"), kernel.log());
      assertTrue(kernel.log().contains("NoSuchExtension"), kernel.log());
    }
  }

  @Test
  void librariesGetTheVectorModuleAndTheCacheKeepsItsModuleGraph() throws Exception {
    KernelSpec spec =
        new KernelSpec("Java", Client.java(), jars(), folder.resolve("none.aot"), "512m");
    List<String> argv = argv(spec);
    assertTrue(argv.stream().noneMatch(word -> word.startsWith("--add-modules")), argv::toString);
    try (Client kernel = new Client(argv)) {
      kernel.awaitReady();
      String name = "Class.forName(\"jdk.incubator.vector.DoubleVector\").getModule().getName()";
      assertEquals("jdk.incubator.vector", kernel.run(name).value());
    }
  }

  private List<String> argv(KernelSpec spec) throws IOException {
    return Client.strings(
        JsonParser.parseString(Files.readString(spec.write(folder)))
            .getAsJsonObject()
            .getAsJsonArray("argv"));
  }

  @Test
  void aMissingCacheCostsTimeOnly() throws Exception {
    KernelSpec spec =
        new KernelSpec("Java", Client.java(), jars(), folder.resolve("none.aot"), "512m");
    try (Client kernel = new Client(argv(spec))) {
      kernel.awaitReady();
      assertEquals("2", kernel.run("1 + 1").value());
      // The extensions of these tests, one broken and one missing, say so.
      assertEquals(2, kernel.log().lines().count(), kernel.log());
    }
  }

  @Test
  void aKernelForAllIsOpenToAllAndTheUsersOwnIsNot() throws Exception {
    KernelSpec spec =
        new KernelSpec("Java", Client.java(), List.of(), folder.resolve("none.aot"), "512m");
    for (boolean forAll : new boolean[] {true, false}) {
      Path kernel = Files.createDirectories(folder.resolve("for all " + forAll));
      Path cache = Files.createFile(kernel.resolve("start-up.aot"));
      Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rw-------"));
      // What is left of an install that was cut short is no other kernel's.
      Files.createFile(kernel.resolve("kernel.json"));
      new KernelFolder(kernel, forAll).write(spec);
      assertEquals(
          forAll ? "rw-r--r--" : "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)));
    }
  }

  private void rehearse(KernelSpec spec) throws Exception {
    Path log = folder.resolve("log");
    Process rehearsal =
        new ProcessBuilder(spec.rehearsal())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertTrue(rehearsal.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, rehearsal.exitValue(), () -> read(log));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// The test's class path as jars: the cache refuses folders.
  private List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.exists(path.resolve("longrange/kernel"))) {
        jars.add(jar(path));
      } else if (entry.endsWith(".jar")) {
        jars.add(path);
      }
    }
    return jars;
  }

  private Path jar(Path classes) throws IOException {
    Path jar = Files.createTempFile(folder, "kernel", ".jar");
    try (JarOutputStream zip = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        zip.write(Files.readAllBytes(file));
        zip.closeEntry();
      }
    }
    return jar;
  }
}
