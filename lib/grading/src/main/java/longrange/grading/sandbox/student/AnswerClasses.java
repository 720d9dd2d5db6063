package longrange.grading.sandbox.student;

import java.util.Map;

/// Holds the answer's classes. By name they see the JDK and the contracts, as at every other door.
final class AnswerClasses extends ClassLoader {
  private static final String CONTRACTS = "longrange.exercises.";

  private final Map<String, byte[]> classes;

  AnswerClasses(Map<String, byte[]> classes) {
    super("answer", getPlatformClassLoader());
    this.classes = classes;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] file = classes.get(name);
    if (file != null) {
      return defineClass(name, file, 0, file.length);
    }
    if (name.startsWith(CONTRACTS)) {
      return AnswerClasses.class.getClassLoader().loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
