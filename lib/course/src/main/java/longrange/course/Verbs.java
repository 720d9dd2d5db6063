package longrange.course;

import java.lang.reflect.Constructor;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import picocli.CommandLine.IFactory;

/// Makes the verbs, and gives each that asks for them the clone and the terminal.
///
/// @param tree the clone
/// @param terminal what the user sees
record Verbs(Tree tree, Terminal terminal) implements IFactory {
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
