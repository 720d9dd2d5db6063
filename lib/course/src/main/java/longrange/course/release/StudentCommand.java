package longrange.course.release;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import longrange.course.Verbs;

/// The jar of the command with a student's verbs, and the classes that these lead to.
///
/// So what only an author or an instructor uses is left out without a list of it: nothing that a
/// student can start refers to it.
///
/// @param jar the whole command
/// @param verbs those that stay
record StudentCommand(Path jar, Set<String> verbs) {
  private static final List<String> STARTED =
      List.of("longrange/course/Main", "longrange/course/build/Build");
  private static final Pattern OWN_CLASS = Pattern.compile("longrange/course/[\\w/$]+");

  void write(Path to) throws IOException {
    try (JarFile whole = new JarFile(jar.toFile())) {
      List<Class<?>> commands =
          Verbs.all().stream().filter(type -> verbs.contains(Verbs.name(type))).toList();
      SortedMap<String, byte[]> entries = new TreeMap<>();
      for (String type : reached(whole, commands)) {
        entries.put(type + ".class", bytes(whole, type + ".class"));
      }
      String index = commands.stream().map(Class::getName).collect(Collectors.joining("\n"));
      entries.put(Verbs.INDEX, (index + "\n").getBytes(StandardCharsets.UTF_8));
      JarWriter.write(to, entries);
    }
  }

  /// The classes that a class file names, and those that these name, and so on.
  private static Set<String> reached(JarFile whole, List<Class<?>> commands) throws IOException {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(STARTED);
    commands.forEach(type -> open.add(type.getName().replace('.', '/')));
    while (!open.isEmpty()) {
      String type = open.remove();
      if (whole.getEntry(type + ".class") != null && reached.add(type)) {
        open.addAll(named(bytes(whole, type + ".class")));
      }
    }
    return reached;
  }

  private static Set<String> named(byte[] classFile) {
    Set<String> named = new TreeSet<>();
    for (PoolEntry entry : ClassFile.of().parse(classFile).constantPool()) {
      if (entry instanceof Utf8Entry text) {
        OWN_CLASS.matcher(text.stringValue()).results().forEach(found -> named.add(found.group()));
      }
    }
    return named;
  }

  private static byte[] bytes(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    return jar.getInputStream(entry).readAllBytes();
  }
}
