package longrange.course.lab;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import longrange.course.build.Refusal;
import longrange.course.build.Tree;

/// JupyterLab on the loopback interface, behind a token of its own.
///
/// The process holds one end of a pipe to us and ends, with all its kernels, when the other end is
/// closed: so nothing is left behind, even when this process is killed.
public final class Server {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long KERNELS_END_SECONDS = 15;

  private final Process process;
  private final int port;
  private final String token;
  private final Path log;

  private Server(Process process, int port, String token, Path log) {
    this.process = process;
    this.port = port;
    this.token = token;
    this.log = log;
  }

  /// Starts it.
  ///
  /// @param python the environment's Python
  /// @param folder what it shows
  /// @param page the first page, relative to the folder; empty for none
  /// @param browser whether it opens a browser there
  public static Server start(
      Tree tree, Path python, Path folder, String page, int port, boolean browser)
      throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    Path log = tree.log("lab");
    Files.createDirectories(log.getParent());
    var builder =
        new ProcessBuilder(command(tree, python, folder, page, port, browser))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // In the environment, not among the arguments: those every user of the machine can list.
    builder.environment().put("JUPYTER_TOKEN", token);
    builder.environment().putAll(Jupyter.folders(tree));
    return new Server(builder.start(), port, token, log);
  }

  private static List<String> command(
      Tree tree, Path python, Path folder, String page, int port, boolean browser) {
    return List.of(
        python.toString(),
        "-B",
        tree.scripts().resolve("serve.py").toString(),
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.port=" + port,
        "--ServerApp.port_retries=0",
        "--ServerApp.root_dir=" + folder,
        "--ServerApp.open_browser=" + (browser ? "True" : "False"),
        "--LabApp.default_url=/lab" + (page.isEmpty() ? "" : "/tree/" + encoded(page)),
        // Its user is the one who started it, on the loopback only.
        "--ServerApp.allow_root=True",
        "--KernelSpecManager.ensure_native_kernel=False",
        "--MultiKernelManager.default_kernel_name=longrange",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly");
  }

  static String encoded(String page) {
    return URLEncoder.encode(page, StandardCharsets.UTF_8).replace("%2F", "/").replace("+", "%20");
  }

  /// Waits until it answers.
  ///
  /// @throws Refusal when it ends before, or never does
  public void awaitReady() throws InterruptedException {
    URI status = URI.create("http://127.0.0.1:" + port + "/api/status?token=" + token);
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end) {
        if (!process.isAlive()) {
          throw Refusal.machine("JupyterLab ended while it was starting. Why: " + log);
        }
        if (answers(client, status)) {
          return;
        }
        Thread.sleep(100);
      }
    }
    stop();
    throw Refusal.machine(
        "JupyterLab did not answer within " + PATIENCE.toSeconds() + " s. Its output: " + log);
  }

  private static boolean answers(HttpClient client, URI status) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(status).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /// The address of a page, with the token.
  public String address(String page) {
    String place = page.isEmpty() ? "" : "/tree/" + encoded(page);
    return "http://127.0.0.1:" + port + "/lab" + place + "?token=" + token;
  }

  /// Waits until it ends by itself.
  ///
  /// @return its exit code
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  /// Ends it and its kernels.
  public void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The pipe is broken: it has ended.
    }
    try {
      if (!process.waitFor(KERNELS_END_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
