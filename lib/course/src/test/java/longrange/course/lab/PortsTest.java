package longrange.course.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import longrange.course.build.Refusal;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void aTakenPortIsRefusedWithTheWayOut() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      OptionalInt port = OptionalInt.of(taken.getLocalPort());
      Refusal refusal = assertThrows(Refusal.class, () -> Ports.choose(port));
      assertEquals(Refusal.MACHINE, refusal.code());
      assertTrue(refusal.getMessage().contains("leave --port out"), refusal.getMessage());
      assertNotEquals(taken.getLocalPort(), Ports.choose(OptionalInt.empty()));
    }
  }

  @Test
  void aNumberThatIsNoPortIsWrongUse() {
    Refusal refusal = assertThrows(Refusal.class, () -> Ports.choose(OptionalInt.of(70_000)));
    assertEquals(Refusal.USAGE, refusal.code());
  }

  @Test
  void aPagesNameMayHoldBlanksAndUmlauts() {
    assertEquals(
        "notebooks/03-%C3%9Cbung%20%282%29.ipynb", Server.encoded("notebooks/03-Übung (2).ipynb"));
  }
}
