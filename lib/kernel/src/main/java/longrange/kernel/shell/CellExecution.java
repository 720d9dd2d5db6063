package longrange.kernel.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;
import longrange.kernel.run.CellInterrupted;
import longrange.kernel.run.CellRunner;
import longrange.kernel.run.Reserve;
import longrange.kernel.run.Weaver;
import org.jspecify.annotations.Nullable;

/// Runs JShell's snippets in this process, woven so that they can be stopped, and keeps what they
/// return as it is: JShell itself hands on texts only.
///
/// The JDK's own `LocalExecutionControl` stops all code of all cells by one flag, and asks for the
/// value's text on the kernel's thread; hence this one.
final class CellExecution extends DirectExecutionControl implements ExecutionControlProvider {
  private final CellRunner runner;
  private final Map<String, byte[]> classes = new ConcurrentHashMap<>();
  private final Weaver weaver =
      new Weaver(
          ClassHierarchyResolver.ofResourceParsing(this::bytes)
              .orElse(ClassHierarchyResolver.ofResourceParsing(this::onClassPath))
              .orElse(ClassHierarchyResolver.defaultResolver())
              .cached());

  /// All that cells may use, for the weaver to look up. What runs has a loader of JShell's.
  private ClassLoader added = ClassLoader.getSystemClassLoader();

  private long nanos;
  private volatile @Nullable Object value;
  private volatile @Nullable Throwable thrown;
  private @Nullable Thrown rethrown;

  CellExecution(CellRunner runner) {
    this.runner = runner;
  }

  private static String file(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private @Nullable InputStream onClassPath(ClassDesc type) {
    return added.getResourceAsStream(file(type) + ".class");
  }

  @Override
  public void addToClasspath(String path) throws EngineTerminationException, InternalException {
    super.addToClasspath(path);
    try {
      added = new URLClassLoader(new URL[] {Path.of(path).toUri().toURL()}, added);
    } catch (MalformedURLException e) {
      throw new InternalException(e.toString());
    }
  }

  private @Nullable InputStream bytes(ClassDesc type) {
    byte[] known = classes.get(file(type).replace('/', '.'));
    return known == null ? null : new ByteArrayInputStream(known);
  }

  @Override
  public void load(ClassBytecodes[] loaded)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    for (ClassBytecodes one : loaded) {
      classes.put(one.name(), one.bytecodes());
    }
    super.load(
        Arrays.stream(loaded)
            .map(one -> new ClassBytecodes(one.name(), weaver.weave(one.bytecodes())))
            .toArray(ClassBytecodes[]::new));
  }

  @Override
  public String invoke(String className, String methodName)
      throws RunException, InternalException, EngineTerminationException {
    if (rethrown != null) {
      throw rethrown.described();
    }
    long began = System.nanoTime();
    try {
      Method method = findClass(className).getDeclaredMethod(methodName);
      method.setAccessible(true);
      value = runner.call(() -> run(method), method.getDeclaringClass().getClassLoader());
      return "";
    } catch (CellInterrupted e) {
      thrown = e;
      throw new StoppedException();
    } catch (Thrown e) {
      thrown = e.cause();
      throw e.described();
    } catch (RunException e) {
      throw e;
    } catch (Throwable e) {
      thrown = e;
      throw new InternalException(e.toString());
    } finally {
      nanos += System.nanoTime() - began;
    }
  }

  /// How long all code of cells has run so far.
  long nanos() {
    return nanos;
  }

  /// On the cell's thread, as is the reading of its exception: `getMessage` may be the cell's code.
  private @Nullable Object run(Method method) throws Exception {
    try {
      return method.invoke(null);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      Reserve.releaseOn(cause);
      if (cause instanceof SPIResolutionException unresolved) {
        throw new ResolutionException(unresolved.id(), unresolved.getStackTrace());
      }
      throw new Thrown(cause);
    }
  }

  /// Runs one snippet.
  List<SnippetEvent> eval(String source, JShell jshell) {
    value = null;
    thrown = null;
    return jshell.eval(source);
  }

  /// What the snippet run last returned.
  @Nullable Object value() {
    return value;
  }

  /// Gives back what a variable of a snippet holds, unless it is of a primitive type.
  void clear(String className, String variable) {
    try {
      Field field = findClass(className).getDeclaredField(variable);
      if (!field.getType().isPrimitive()) {
        field.setAccessible(true);
        field.set(null, null);
      }
    } catch (ClassNotFoundException e) {
      // It was never loaded: nothing is held.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What the snippet run last threw, or null.
  @Nullable Throwable thrown() {
    return thrown;
  }

  /// Throws an exception in a snippet that does nothing else: JShell then translates its frames to
  /// the cells' lines, which it does for nobody who only asks.
  List<SnippetEvent> rethrow(Thrown error, JShell jshell) {
    rethrown = error;
    try {
      return jshell.eval("{}");
    } finally {
      rethrown = null;
    }
  }

  @Override
  public void stop() {
    runner.interrupt();
  }

  @Override
  public String name() {
    return "cells";
  }

  /// Itself: it serves one shell.
  @Override
  public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
    return this;
  }
}
