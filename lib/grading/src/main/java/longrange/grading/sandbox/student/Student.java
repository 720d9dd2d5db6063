package longrange.grading.sandbox.student;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import longrange.grading.sandbox.wire.Peer;

/// The answer's end of the connection.
final class Student implements Peer.Owner {
  /// Without the tests there is nothing left to do here, and no way to say so.
  @Override
  public Error lost(IOException why) {
    Runtime.getRuntime().halt(1);
    return new AssertionError(why);
  }

  @Override
  public Throwable refused(String message, boolean large) {
    return new IllegalStateException(message);
  }

  @Override
  public Object load(Class<?> contract, String answer, Map<String, byte[]> classes)
      throws Throwable {
    ClassLoader loader = new AnswerClasses(classes);
    Thread.currentThread().setContextClassLoader(loader);
    try {
      Constructor<?> constructor = Class.forName(answer, false, loader).getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException | ExceptionInInitializerError e) {
      // The wrapping says nothing that the answer's author could use.
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
