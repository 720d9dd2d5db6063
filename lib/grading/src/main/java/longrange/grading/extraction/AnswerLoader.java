package longrange.grading.extraction;

import java.util.Map;

/// Holds the classes of one answer. They see the JDK and the contracts, and nothing of the library,
/// the tests or each other's answers.
final class AnswerLoader extends ClassLoader {
  private static final String CONTRACTS = "longrange.exercises.";

  private final Map<String, byte[]> classes;
  private final ClassLoader contracts;
  private final ExitWeaver exits;

  AnswerLoader(Map<String, byte[]> classes, ClassLoader contracts) {
    super("answer", getPlatformClassLoader());
    // As in a notebook, whatever the flags of this process.
    clearAssertionStatus();
    this.classes = classes;
    this.contracts = contracts;
    this.exits = new ExitWeaver(classes, contracts);
  }

  /// A class that the compiler has just made.
  Class<?> type(String name) {
    try {
      return Class.forName(name, false, this);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The compiler made no class " + name + ".", e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] file = classes.get(name);
    if (file != null) {
      byte[] woven = exits.weave(file);
      return defineClass(name, woven, 0, woven.length);
    }
    if (name.startsWith(CONTRACTS)) {
      return contracts.loadClass(name);
    }
    if (name.equals(ExitCalls.class.getName())) {
      return ExitCalls.class;
    }
    throw new ClassNotFoundException(name);
  }
}
