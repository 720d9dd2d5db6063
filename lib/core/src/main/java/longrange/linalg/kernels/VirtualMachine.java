package longrange.linalg.kernels;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a Java virtual machine lacks for fast kernels, by its options and its processor.
///
/// @param options by name: [VmOption#of], or what a test puts in its place
/// @param info the property `java.vm.info`, such as `mixed mode, sharing`: all there is to ask a
///   machine that does not tell its options
record VirtualMachine(Function<String, Optional<VmOption>> options, String info) {
  /// Below it a vector holds two doubles. A step of an LSTM or a GRU in double precision, which is
  /// what is computed unless asked otherwise, then takes 1.1 to 1.3 times as long as in plain Java;
  /// in single precision 0.8 to 0.95 times (B=32, T=100, H=64, one thread of an EPYC with
  /// `-XX:MaxVectorSize=16`).
  private static final int ENOUGH_BITS = 256;

  /// What narrows vectors on some processor, where it is below its number: bytes, and generations
  /// of AVX, SSE (both x86) and SVE (ARM).
  private static final Map<String, Integer> NARROWING =
      Map.of("MaxVectorSize", ENOUGH_BITS / 8, "UseAVX", 2, "UseSSE", 4, "UseSVE", 1);

  static VirtualMachine ofThisProcess() {
    return new VirtualMachine(VmOption::of, System.getProperty("java.vm.info", ""));
  }

  /// Without the instruction, `Math.fma` computes with decimals of any length: the product of
  /// (32,64) and (64,256) then takes plain Java 500 ms instead of 0.04, and the reference 0.16.
  Optional<Hindrance> withoutMultiplyAdd() {
    String reason = "there is no fused multiply-add here, of which the fast kernels are made";
    String elsewhere =
        "use a processor of 2013 or later, and have a virtual machine pass its instructions on";
    return with("UseFMA", "false")
        .map(
            fma -> Optional.of(fma).filter(VmOption::given).map(VmOption::flag).or(this::narrowing))
        .map(flag -> Hindrance.of(reason, flag.map(f -> "leave out " + f).orElse(elsewhere)));
  }

  /// With the quick compiler alone each vector is an object, and a step takes hundreds of times as
  /// long.
  Optional<Hindrance> withoutOptimiser() {
    String reason = "Java runs without its optimising compiler C2";
    return stopping().map(flag -> Hindrance.of(reason, "leave out " + flag));
  }

  /// The flag that keeps C2 away. The property knows only some of these cases: of the levels, 1.
  private Optional<String> stopping() {
    String mode = info.toLowerCase(Locale.ROOT);
    if (mode.contains("interpreted")) {
      return Optional.of("-Xint");
    }
    return with("TieredStopAtLevel", "0")
        .or(() -> with("UseCompiler", "false"))
        // Without tiers there is C2 alone, whatever their level is.
        .or(() -> with("TieredCompilation", "true").flatMap(_ -> below("TieredStopAtLevel", 4)))
        .or(() -> with("CompilationMode", "quick-only"))
        .or(() -> with("NeverActAsServerClassMachine", "true"))
        .map(VmOption::flag)
        .or(() ->
            mode.contains("emulated-client")
                ? Optional.of(
                    "what asks for a client's compiler (java.vm.info: %s)".formatted(info))
                : Optional.empty());
  }

  Optional<Hindrance> tooNarrow(int bits) {
    if (bits >= ENOUGH_BITS) {
      return Optional.empty();
    }
    Optional<String> remedy = narrowing().map(flags -> "leave out " + flags);
    String reason =
        "vectors are %d bits wide here, and gain from %d on".formatted(bits, ENOUGH_BITS);
    return Optional.of(
        new Hindrance(
            remedy.isPresent() ? reason : reason + ", below which plain Java is about as fast",
            remedy));
  }

  /// The flags that somebody gave and that narrow vectors, if there are any.
  private Optional<String> narrowing() {
    String flags =
        NARROWING.entrySet().stream()
            .flatMap(entry -> below(entry.getKey(), entry.getValue()).stream())
            .filter(VmOption::given)
            .map(VmOption::flag)
            .sorted()
            .collect(Collectors.joining(" and "));
    return Optional.of(flags).filter(some -> !some.isEmpty());
  }

  private Optional<VmOption> with(String name, String value) {
    return options.apply(name).filter(option -> option.value().equals(value));
  }

  private Optional<VmOption> below(String name, int bound) {
    return options.apply(name).filter(option -> option.isBelow(bound));
  }
}
