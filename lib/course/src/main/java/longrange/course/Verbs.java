package longrange.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/// The verbs: an index in the jar lists their classes, since a student's copy of the course has
/// fewer of them. Makes them, and gives each that asks for them the clone and the terminal.
///
/// @param tree the clone
/// @param terminal what the user sees
public record Verbs(Tree tree, Terminal terminal) implements IFactory {
  /// Where the index stands in the jar.
  public static final String INDEX = "META-INF/longrange/verbs";

  /// The classes of the verbs, in the order of the index.
  public static List<Class<?>> all() {
    try (InputStream in = Verbs.class.getResourceAsStream("/" + INDEX)) {
      if (in == null) {
        throw new IllegalStateException(INDEX + " is missing from the jar.");
      }
      List<Class<?>> all = new ArrayList<>();
      String index = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : index.lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          all.add(Class.forName(line.strip()));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(INDEX + " cannot be read.", e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(INDEX + " names a class that is not there.", e);
    }
  }

  /// What a user types.
  public static String name(Class<?> verb) {
    return verb.getAnnotation(Command.class).name();
  }

  /// A verb, ready to be run.
  Object made(Class<?> verb) {
    try {
      return create(verb);
    } catch (Exception e) {
      throw new IllegalStateException(verb + " cannot be made.", e);
    }
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 2
          && constructor.getParameterTypes()[0] == Tree.class) {
        return type.cast(constructor.newInstance(tree, terminal));
      }
    }
    return picocli.CommandLine.defaultFactory().create(type);
  }
}
