package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is said of machines that are not at hand.
class VirtualMachineTest {
  private static final String MIXED = "mixed mode, sharing";

  private final Map<String, VmOption> options = new HashMap<>();

  private VirtualMachine machine(String info) {
    return new VirtualMachine(name -> Optional.ofNullable(options.get(name)), info);
  }

  private void option(String name, String value, boolean given) {
    options.put(name, new VmOption(name, value, given));
  }

  @Test
  void aProcessorWithNarrowVectorsNeedsNothing() {
    option("MaxVectorSize", "16", false);
    option("UseSVE", "0", false);
    Hindrance hindrance = machine(MIXED).tooNarrow(128).orElseThrow();
    assertEquals(Optional.empty(), hindrance.remedy());
    assertEquals(
        "vectors are 128 bits wide here, and gain from 256 on, below which plain Java is about as"
            + " fast: nothing needs to be done",
        hindrance.sentence());
  }

  @Test
  void onArmTheFlagsOfArmAreNamed() {
    option("MaxVectorSize", "16", false);
    option("UseSVE", "0", true);
    assertEquals(Optional.of("leave out -XX:UseSVE=0"), narrowRemedy());
    option("MaxVectorSize", "16", true);
    assertEquals(Optional.of("leave out -XX:MaxVectorSize=16 and -XX:UseSVE=0"), narrowRemedy());
  }

  @Test
  void aFlagThatLeavesVectorsWideIsNotToBlame() {
    option("MaxVectorSize", "32", true);
    option("UseAVX", "2", true);
    assertEquals(Optional.empty(), narrowRemedy());
  }

  private Optional<String> narrowRemedy() {
    return machine(MIXED).tooNarrow(128).orElseThrow().remedy();
  }

  @Test
  void vectorsOf256BitsAreWideEnough() {
    assertEquals(Optional.empty(), machine(MIXED).tooNarrow(256));
  }

  @Test
  void aProcessorWithoutMultiplyAddIsToldFromAFlag() {
    option("UseFMA", "true", false);
    assertEquals(Optional.empty(), machine(MIXED).withoutMultiplyAdd());
    option("UseFMA", "false", false);
    assertEquals(
        Optional.of(
            "there is no fused multiply-add here, of which the fast kernels are made: use a"
                + " processor of 2013 or later, and have a virtual machine pass its instructions"
                + " on"),
        machine(MIXED).withoutMultiplyAdd().map(Hindrance::sentence));
  }

  @Test
  void aMachineThatDoesNotTellItsOptionsIsAskedByItsProperty() {
    assertEquals(Optional.empty(), machine(MIXED).withoutMultiplyAdd());
    assertEquals(Optional.empty(), machine(MIXED).withoutOptimiser());
    assertEquals(
        Optional.of("leave out -Xint"),
        machine("interpreted mode, sharing").withoutOptimiser().flatMap(Hindrance::remedy));
    assertEquals(
        Optional.of(
            "leave out what asks for a client's compiler (java.vm.info: mixed mode,"
                + " emulated-client)"),
        machine("mixed mode, emulated-client").withoutOptimiser().flatMap(Hindrance::remedy));
  }
}
