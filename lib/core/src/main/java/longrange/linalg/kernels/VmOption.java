package longrange.linalg.kernels;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/// An option of this Java virtual machine, `-XX:…`, as it came out.
///
/// @param name such as `TieredStopAtLevel`
/// @param value such as `4`, or `true`
/// @param given whether somebody set it, rather than the machine itself
record VmOption(String name, String value, boolean given) {
  /// The option of this name; empty where the machine has none, or does not tell: it is another
  /// than HotSpot, or comes without the module `jdk.management`.
  static Optional<VmOption> of(String name) {
    try {
      var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return Optional.ofNullable(machine).map(bean -> of(bean.getVMOption(name)));
    } catch (IllegalArgumentException | NoClassDefFoundError e) {
      return Optional.empty();
    }
  }

  private static VmOption of(VMOption option) {
    boolean given =
        switch (option.getOrigin()) {
          case DEFAULT, ERGONOMIC -> false;
          default -> true;
        };
    return new VmOption(option.getName(), option.getValue(), given);
  }

  /// Whether it is a number below this one.
  boolean isBelow(int bound) {
    return Integer.parseInt(value) < bound;
  }

  /// As it is written after `java`.
  String flag() {
    return switch (value) {
      case "true" -> "-XX:+" + name;
      case "false" -> "-XX:-" + name;
      default -> "-XX:" + name + "=" + value;
    };
  }
}
