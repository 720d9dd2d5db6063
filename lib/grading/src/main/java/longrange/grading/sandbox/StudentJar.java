package longrange.grading.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import longrange.exercises.Exercise;
import longrange.grading.CodeLocation;
import longrange.grading.Contract;
import longrange.grading.Exercises;
import longrange.grading.sandbox.student.Main;

/// The one jar that an answer's process has: the contracts, and what answers the tests' calls.
///
/// It is put together from the class path of this process, so whatever is not listed here is not
/// there. The same classes give the same bytes.
///
/// It is a module that exports the contracts and opens nothing: an answer cannot reach the rest of
/// it, reflection included.
final class StudentJar {
  /// Its name where a process looks for it.
  static final String NAME = "student.jar";

  /// The name of the module.
  static final String MODULE = "longrange.answer";

  private static final String CONTRACTS = "longrange/exercises/";
  private static final List<String> RUNTIME =
      List.of("longrange/grading/sandbox/wire/", "longrange/grading/sandbox/student/");

  /// A time within what a zip file can say, always the same: the start-up cache compares it.
  private static final long TIME = 1_767_225_600_000L;

  private StudentJar() {}

  static byte[] bytes() throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (Path place : places()) {
      collect(place, CONTRACTS, classes);
    }
    for (String folder : RUNTIME) {
      collect(CodeLocation.of(Main.class), folder, classes);
    }
    classes.put("module-info.class", module(classes.keySet()));
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar)) {
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTime(TIME);
        zip.putNextEntry(entry);
        zip.write(each.getValue());
      }
    }
    return jar.toByteArray();
  }

  private static byte[] module(Set<String> classes) {
    ModuleAttribute module =
        ModuleAttribute.of(
            ModuleDesc.of(MODULE),
            it -> {
              it.requires(ModuleDesc.of("java.base"), Set.of(AccessFlag.MANDATED), null);
              classes.stream()
                  .filter(name -> name.startsWith(CONTRACTS))
                  .map(name -> name.substring(0, name.lastIndexOf('/')))
                  .distinct()
                  .forEach(name -> it.exports(PackageDesc.ofInternalName(name), Set.of()));
            });
    return ClassFile.of().buildModule(module);
  }

  private static List<Path> places() {
    return Stream.concat(
            Stream.of(Exercise.class), Exercises.all().stream().<Class<?>>map(Contract::type))
        .map(CodeLocation::of)
        .distinct()
        .toList();
  }

  /// The class files below a folder of a jar, or of a folder of classes.
  private static void collect(Path place, String folder, Map<String, byte[]> classes)
      throws IOException {
    if (Files.isDirectory(place)) {
      collect(place, place.resolve(folder), classes);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      collect(jar.getPath("/"), jar.getPath("/", folder), classes);
    }
  }

  private static void collect(Path root, Path folder, Map<String, byte[]> classes)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> file.toString().endsWith(".class")).forEach(files::add);
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        classes.put(root.relativize(file).toString().replace('\\', '/'), in.readAllBytes());
      }
    }
  }
}
