package longrange.kernel;

import longrange.kernel.wire.Log;

/// The JDK's incubating Vector API, for libraries that compute with it.
///
/// Given as `--add-modules`, an incubator module keeps the JVM from starting with the module graph
/// of its start-up cache: 0.3 s. So it is defined a little later, by the call that the JVM itself
/// uses for modules it finds to be missing. The compiler sees it all the same when it compiles the
/// first loop: it is as fast.
final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";

  /// What the JVM must be told for [#load] to work.
  static final String FLAG = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";

  private VectorModule() {}

  /// Makes the module visible, where the JVM was started so that it can be.
  static void load() {
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
    } catch (IllegalAccessException e) {
      // Started by hand without the flag: then nobody asked for the module.
    } catch (ReflectiveOperationException | RuntimeException e) {
      Log.line("without " + NAME + ", what computes with it is slower: " + e);
    }
  }
}
