package longrange.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written down of the jars, and what the compiler is told of them.
class JarIndexTest {
  @TempDir private Path folder;
  private String classPath = "";
  private Path first = Path.of("");
  private Path second = Path.of("");

  @BeforeEach
  void twoJars() throws IOException {
    first = jar("first.jar", "a/b/One.class", "a/b/One$In.class", "a/Two.class", "a/text.txt");
    second = jar("second.jar", "META-INF/versions/9/c/Three.class", "META-INF/services/s.Ervice");
    classPath = System.getProperty("java.class.path", "");
    System.setProperty("java.class.path", first + System.getProperty("path.separator") + second);
    System.setProperty(JarIndex.PROPERTY, folder.resolve("index").toString());
    JarIndex.write("s.Ervice");
  }

  @AfterEach
  void restore() {
    System.setProperty("java.class.path", classPath);
    System.clearProperty(JarIndex.PROPERTY);
  }

  private Path jar(String name, String... entries) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream zip = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write("p.Rovider # a comment\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  @Test
  void packagesAndProvidersAreFoundAgain() {
    JarIndex index = JarIndex.read();
    assertEquals(Optional.of(Set.of("a", "a.b")), index.packages(first));
    assertEquals(Optional.of(Set.of("c")), index.packages(second));
    assertEquals(Optional.of(List.of("p.Rovider")), index.providers());
  }

  @Test
  void aJarThatHasChangedIsUnknown() throws IOException {
    jar("second.jar", "d/Four.class");
    JarIndex index = JarIndex.read();
    assertTrue(index.packages(first).isPresent());
    assertEquals(Optional.empty(), index.packages(second));
    assertEquals(Optional.empty(), index.providers());
  }

  @Test
  void aDamagedIndexIsNone() throws IOException {
    Files.writeString(folder.resolve("index"), "half a line\t3");
    assertEquals(Optional.empty(), JarIndex.read().packages(first));
  }

  @Test
  void theCompilerSeesTheSameClassesWithAndWithoutAnIndex() throws IOException {
    JarIndex known = JarIndex.read();
    System.clearProperty(JarIndex.PROPERTY);
    for (JarIndex index : List.of(known, JarIndex.read())) {
      ClassPathFiles files = new ClassPathFiles(index);
      List<Path> path = List.of(first, folder.resolve("missing.jar"), folder);
      assertEquals(
          Set.of("a.b.One", "a.b.One$In"), names(files.list(path, "a.b")), "the jar's package");
      assertEquals(Set.of(), names(files.list(path, "x")), "no such package");
      Files.createDirectories(folder.resolve("a"));
      Files.writeString(folder.resolve("a/Five.class"), "");
      assertEquals(Set.of("a.Two", "a.Five"), names(files.list(path, "a")), "jar and folder");
    }
  }

  private static Set<String> names(List<JavaFileObject> files) {
    return Set.copyOf(
        files.stream().map(file -> ((ClassPathFiles.ClassFile) file).binaryName).toList());
  }

  @Test
  void onlyACellThatMayUseAnImportWaitsForIt() {
    Map<String, Boolean> cells =
        Map.of(
            "1 + 1", false,
            "System.out.println(1);", false,
            "\"\".isEmpty() ? null : true", false,
            "List.of(1)", true,
            "display(1)", true,
            "Math.max(n, 1)", true);
    Imports imports = new Imports();
    assertTrue(imports.add("import java.util.*;\nimport static a.B.*;\n"));
    cells.forEach((cell, waits) -> assertEquals(waits, imports.mayServe(cell), cell));
    assertEquals("import java.util.*;", imports.next());
    assertEquals("import static a.B.*;", imports.next());
    assertEquals(false, imports.mayServe("List.of(1)"));
    assertEquals(false, imports.add("import java.util.*; int n = 1;"));
  }
}
