package longrange.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The standalone jar: installed into a prefix with blanks in its path, used, examined, removed.
class InstallerTest {
  @TempDir private Path folder;

  private record Ended(int code, String said) {}

  @Test
  void theStandaloneJarInstallsExaminesAndRemovesAKernel() throws Exception {
    Path jar = standalone();
    String prefix = folder.resolve("a Jupyter's own prefix").toString();
    Ended installed = run(jar, "install", "--prefix", prefix, "--heap", "512m");
    assertEquals(0, installed.code(), installed.said());
    Path kernel = Path.of(prefix, "share/jupyter/kernels/java");
    // From here on the jar that was downloaded is not needed.
    Files.move(jar, folder.resolve("elsewhere.jar"));
    Path moved = folder.resolve("elsewhere.jar");

    List<String> argv = argv(kernel);
    assertTrue(Files.exists(kernel.resolve("start-up.aot")), installed.said());
    try (Client client = new Client(argv)) {
      client.awaitReady();
      assertEquals("[1, 2]", client.run("new int[] {1, 2}").value());
    }
    Ended well = run(moved, "doctor", "--prefix", prefix);
    assertEquals(0, well.code(), well.said());
    assertTrue(well.said().contains("with its cache"), well.said());

    assertOthersCanRead(Path.of(prefix));
    // The test's own folder is closed to them.
    assertTrue(installed.said().contains(folder + " is closed to them"), installed.said());
    faultsAreNamed(moved, prefix, kernel);
    Ended removed = run(moved, "remove", "--prefix", prefix);
    assertEquals(0, removed.code(), removed.said());
    assertFalse(Files.exists(kernel));
    assertEquals(1, run(moved, "doctor", "--prefix", prefix).code());
  }

  private static void faultsAreNamed(Path jar, String prefix, Path kernel) throws Exception {
    Files.writeString(kernel.resolve("start-up.aot"), "no cache");
    Ended slow = run(jar, "doctor", "--prefix", prefix);
    assertEquals(1, slow.code());
    assertTrue(slow.said().contains("start-up cache does not fit"), slow.said());

    Path spec = kernel.resolve("kernel.json");
    String json = Files.readString(spec);
    Files.writeString(spec, json.replace(Client.java().toString(), "/no/jdk/here/bin/java"));
    Ended moved = run(jar, "doctor", "--prefix", prefix);
    assertEquals(1, moved.code());
    assertTrue(moved.said().contains("The JDK has moved"), moved.said());
    Files.writeString(spec, json);
    try (Stream<Path> jars = Files.list(kernel.resolve("jars"))) {
      Files.delete(jars.findFirst().orElseThrow());
    }
    Ended missing = run(jar, "doctor", "--prefix", prefix);
    assertEquals(1, missing.code());
    assertTrue(missing.said().contains("is missing"), missing.said());
  }

  private static void assertOthersCanRead(Path prefix) throws IOException {
    try (Stream<Path> files = Files.walk(prefix)) {
      for (Path file : files.toList()) {
        assertTrue(
            Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ),
            file::toString);
      }
    }
  }

  @Test
  void wrongUseIsSaidAndAnotherKernelStaysAsItIs() throws Exception {
    Path jar = standalone();
    Ended wrong = run(jar, "install", "--prefix");
    assertEquals(2, wrong.code());
    assertTrue(wrong.said().contains("--prefix DIR"), wrong.said());
    assertEquals(2, run(jar, "remove", "--nonsense", "x").code());

    Path other = folder.resolve("share/jupyter/kernels/java/kernel.json");
    Files.createDirectories(other.getParent());
    String spec = "{\"argv\": [\"python\", \"-m\", \"ipykernel_launcher\"]}";
    Files.writeString(other, spec);
    for (String verb : List.of("install", "remove")) {
      Ended kept = run(jar, verb, "--prefix", folder.toString());
      assertEquals(3, kept.code());
      assertTrue(kept.said().contains("another kernel"), kept.said());
      assertEquals(spec, Files.readString(other));
    }
  }

  private static List<String> argv(Path kernel) throws IOException {
    return Client.strings(
        JsonParser.parseString(Files.readString(kernel.resolve("kernel.json")))
            .getAsJsonObject()
            .getAsJsonArray("argv"));
  }

  private static Ended run(Path jar, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Client.java().toString(), "-jar"));
    command.add(jar.toString());
    command.addAll(List.of(arguments));
    // A mask that lets nobody else read, as careful administrators have it.
    String line = String.join("\" \"", command);
    Process process =
        new ProcessBuilder("sh", "-c", "umask 077; exec \"" + line + "\"")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), said);
  }

  /// The test's class path, put together as the build does.
  private Path standalone() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "longrange.kernel.Main");
    Path jar = folder.resolve("standalone.jar");
    try (JarOutputStream zip = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
        Path path = Path.of(entry);
        if (Files.exists(path.resolve("longrange/kernel/Main.class"))) {
          addAll(zip, path);
        } else if (entry.matches(".*/(jjava-|gson-|jeromq-|jnacl-|slf4j-|commonmark)[^/]*jar")) {
          zip.putNextEntry(new ZipEntry("longrange/kernel/jars/" + path.getFileName()));
          Files.copy(path, zip);
        }
      }
    }
    return jar;
  }

  private static void addAll(JarOutputStream zip, Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        try (InputStream in = Files.newInputStream(file)) {
          in.transferTo(zip);
        }
      }
    }
  }
}
