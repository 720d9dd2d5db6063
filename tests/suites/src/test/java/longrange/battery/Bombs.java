package longrange.battery;

/// Bodies that multiply until something stops them.
final class Bombs {
  static final String THREADS =
      "while (true) new Thread(() -> {"
          + " try { Thread.sleep(100_000_000); } catch (InterruptedException e) {} }).start();";

  static final String BUSY_THREADS =
      "for (int i = 0; i < 40; i++) new Thread(() -> { while (true) Thread.onSpinWait();"
          + " }).start(); while (true) Thread.onSpinWait();";

  static final String PROCESSES =
      "while (true) new ProcessBuilder(System.getProperty(\"java.home\") + \"/bin/java\","
          + " \"-Xmx16m\", \"-version\").start();";

  private Bombs() {}
}
