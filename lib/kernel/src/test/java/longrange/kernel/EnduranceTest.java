package longrange.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import longrange.kernel.Client.Answer;
import longrange.kernel.Client.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many starts, many cells, much output. Whole with `-Dlongrange.slow=true`, else a sample.
class EnduranceTest {
  private static final boolean SLOW = Boolean.getBoolean("longrange.slow");

  /// What many cells may leave behind: their classes each (40 KB were measured), and once what the
  /// compiler and JShell's index of names keep.
  private static final long BYTES_PER_CELL = 64 * 1024;

  private static final long BYTES_ONCE = 16 << 20;

  @TempDir private Path folder;

  @Test
  void everyStartAnswersAlsoWithACoreBusy() throws Exception {
    Thread busy =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
            });
    try {
      for (int i = 0; i < (SLOW ? 100 : 4); i++) {
        // Started, and asked at once: no wait for any sign of life.
        try (Client kernel = Client.unready()) {
          assertEquals("ok", kernel.firstReply().text("status"), "start " + i);
          kernel.awaitReady();
          assertEquals("2", kernel.run("1 + 1").value());
        }
      }
    } finally {
      busy.interrupt();
    }
  }

  @Test
  void restartsLeaveNoProcessAndNoFile() throws Exception {
    for (int i = 0; i < (SLOW ? 50 : 3); i++) {
      try (Client kernel = Client.start("-Djava.io.tmpdir=" + folder, "-XX:-UsePerfData")) {
        kernel.run("new Thread(() -> { while (true) {} }).start(); new int[1000]");
        kernel.shutdown(true);
        assertEquals(0, kernel.process().descendants().count());
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void manyCellsLeaveLittleBehind() throws Exception {
    int cells = SLOW ? 1000 : 100;
    try (Client kernel = Client.start("-Xmx512m")) {
      // The names of all jars are read once, in the background, after the first completion.
      kernel.ask("complete_request", "{'code':'Math.ma','cursor_pos':7}");
      for (int i = 0; i < 60; i++) {
        cell(kernel, i);
      }
      long before = used(kernel);
      for (int i = 0; i < cells; i++) {
        cell(kernel, i);
      }
      long grown = used(kernel) - before;
      System.out.printf("endurance: %d cells left %,d bytes each%n", cells, grown / cells);
      assertTrue(
          grown < BYTES_ONCE + cells * BYTES_PER_CELL, grown + " bytes for " + cells + " cells");
    }
  }

  /// Together they are twice the heap.
  @Test
  void aShownValueIsNotKept() throws Exception {
    try (Client kernel = Client.start("-Xmx512m")) {
      for (int i = 0; i < 16; i++) {
        Answer answer = kernel.run("new ArrayList<>(List.of(new byte[64 << 20]))");
        assertEquals("", answer.error(), "value " + i);
      }
    }
  }

  private static void cell(Client kernel, int i) {
    String code =
        """
        var list = new ArrayList<Integer>();
        for (int i = 0; i < 100; i++) list.add(i * %d);
        list.stream().mapToInt(x -> x).sum()
        """
            .formatted(i);
    assertEquals("" + 4950 * i, kernel.run(code).value());
  }

  private static long used(Client kernel) {
    return Long.parseLong(
        kernel
            .run(
                """
                for (int i = 0; i < 3; i++) System.gc();
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()
                """)
            .value());
  }

  @Test
  void tenMegabytesOfOutputInOneNotebookArriveWhole() throws Exception {
    try (Client kernel = Client.start()) {
      long length = 0;
      for (int i = 0; i < 20; i++) {
        Answer answer =
            kernel.run("for (int i = 0; i < 10_000; i++) System.out.println(\"x\".repeat(52));");
        length += answer.printed("stdout").length();
      }
      assertEquals(20L * 10_000 * 53, length);
    }
  }

  @Test
  void twoHundredPicturesArriveInTheirOrder() throws Exception {
    try (Client kernel = Client.start()) {
      kernel.run(
          """
          import java.awt.image.BufferedImage;
          BufferedImage chart(int i) {
            var image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < 640; x++) for (int y = 0; y < 400; y++) image.setRGB(x, y, x * y + i);
            return image;
          }
          """);
      List<Message> shown =
          kernel
              .run("for (int i = 0; i < 200; i++) { display(chart(i)); display(\"\" + i); }")
              .all("display_data");
      assertEquals(400, shown.size());
      for (int i = 0; i < 200; i++) {
        String png = shown.get(2 * i).content().getAsJsonObject("data").get("image/png").toString();
        assertTrue(png.length() > 10_000, png.length() + " characters");
        assertEquals("" + i, text(shown.get(2 * i + 1)));
      }
    }
  }

  private static String text(Message display) {
    return display.content().getAsJsonObject("data").get("text/plain").getAsString();
  }

  @Test
  void sourcesOfEveryKindAndWithWindowsLineEndsRun() throws Exception {
    try (Client kernel = Client.start("-Dfile.encoding=UTF-8")) {
      Answer unicode =
          kernel.run(
              """
              String größe = "é 😀 你好 \\u00df"; // ∂s/∂t → 𝔼
              System.out.println(größe + " 𝔼");
              größe
              """);
      assertEquals("é 😀 你好 ß", unicode.value(), unicode.error());
      assertEquals("é 😀 你好 ß 𝔼\n", unicode.printed("stdout"));
      assertEquals("7", kernel.run("int a = 3;\r\nint b = 4;\r\n// end\r\na + b\r\n").value());
      String error = kernel.run("int c = 1;\r\nint d = 0;\r\nc / d\r\n").error();
      assertTrue(error.contains("line 3"), error);
      String wrong = kernel.run("int e = 1;\r\nint f = \"x😀\";\r\n").error();
      assertTrue(wrong.contains("line 2"), wrong);
      assertEquals("ok", kernel.run("%%time\r\n1 + 1\r\n", Map.of()).status());
    }
  }

  @Test
  void aKeyThatOthersCanReadIsSaid() throws Exception {
    try (Client kernel = Client.start()) {
      kernel.run("1");
      assertTrue(!kernel.log().contains("others can read"), kernel.log());
      Files.setPosixFilePermissions(
          kernel.connectionFile(), PosixFilePermissions.fromString("rw-r--r--"));
      assertTrue(kernel.startedAgain().contains("others can read the key"));
    }
  }
}
