package longrange.grading.sandbox.student;

import java.lang.reflect.Field;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/// Shuts what leads out of Java, before an answer is there.
///
/// The JDK has an option for the first of them, `--illegal-native-access=deny`; but with it the JVM
/// cannot use what its start-up cache knows of modules, and starts in twice the time. For the
/// second it has none. So both are done here, by the JDK's own internal access to fields, which is
/// exported to this module alone.
final class ShutDoors {
  private static final String BOOT = "jdk.internal.module.ModuleBootstrap";

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private ShutDoors() {}

  /// @throws IllegalStateException when this JDK has other doors than the one this was written for
  static void now() {
    try {
      denyNativeAccess();
      denyForgedConstructors();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "This JDK is not the one that the sandbox knows: grade with a JDK 25.", e);
    }
  }

  /// No function of the C library, no raw memory, no library of an answer's own.
  private static void denyNativeAccess() throws ReflectiveOperationException {
    Field deny = field(BOOT + "$IllegalNativeAccess", "DENY");
    set(field(BOOT, "ILLEGAL_NATIVE_ACCESS"), get(deny));
  }

  /// `sun.reflect.ReflectionFactory` makes the private constructor of any class accessible, that of
  /// `MethodHandles.Lookup` too, and a lookup so made sees all of the JDK.
  private static void denyForgedConstructors() throws ReflectiveOperationException {
    set(field("sun.reflect.ReflectionFactory", "delegate"), null);
  }

  /// A static field of a class that is initialised by now, so that nothing sets the field again.
  private static Field field(String type, String name) throws ReflectiveOperationException {
    return Class.forName(type).getDeclaredField(name);
  }

  private static Object get(Field field) {
    return UNSAFE.getReference(UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field));
  }

  private static void set(Field field, @Nullable Object value) {
    UNSAFE.putReferenceVolatile(
        UNSAFE.staticFieldBase(field), UNSAFE.staticFieldOffset(field), value);
  }
}
