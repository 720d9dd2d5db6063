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
import java.util.ArrayList;
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

  private final Tree tree;
  private final View view;
  private final Process process;
  private final int port;
  private final String token;
  private final Path log;

  private Server(Tree tree, View view, Process process, int port, String token, Path log) {
    this.tree = tree;
    this.view = view;
    this.process = process;
    this.port = port;
    this.token = token;
    this.log = log;
  }

  /// Starts it.
  ///
  /// @param python the environment's Python
  /// @param browser whether it opens a browser at the view's first page
  public static Server start(Tree tree, Path python, View view, int port, boolean browser)
      throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    Path log = tree.log("lab-" + port);
    Files.createDirectories(log.getParent());
    var builder =
        new ProcessBuilder(command(tree, python, view, port, browser))
            .directory(view.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    // In the environment, not among the arguments: those every user of the machine can list.
    builder.environment().put("JUPYTER_TOKEN", token);
    builder.environment().putAll(Jupyter.folders(tree));
    builder.environment().putAll(view.variables());
    return new Server(tree, view, builder.start(), port, token, log);
  }

  private static List<String> command(
      Tree tree, Path python, View view, int port, boolean browser) {
    List<String> command =
        new ArrayList<>(
            List.of(
                python.toString(),
                "-B",
                tree.scripts().resolve("serve.py").toString(),
                "--ServerApp.ip=127.0.0.1",
                "--ServerApp.port=" + port,
                "--ServerApp.port_retries=0",
                "--ServerApp.root_dir=" + view.folder(),
                "--ServerApp.open_browser=" + (browser ? "True" : "False"),
                "--LabApp.default_url=/lab" + place(view),
                // Its user is the one who started it, on the loopback only.
                "--ServerApp.allow_root=True",
                "--KernelSpecManager.ensure_native_kernel=False",
                "--MultiKernelManager.default_kernel_name=longrange",
                "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
                "--LabApp.extension_manager=readonly"));
    command.addAll(view.options());
    return command;
  }

  private static String place(View view) {
    return view.page().isEmpty() ? "" : "/tree/" + encoded(view.page());
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
          throw Refusal.machine("JupyterLab ended while it was starting. Why: " + tree.shown(log))
              .unlessDiskIsFull(tree);
        }
        if (answers(client, status)) {
          return;
        }
        Thread.sleep(100);
      }
    }
    stop();
    throw Refusal.machine(
        "JupyterLab did not answer within "
            + PATIENCE.toSeconds()
            + " s. Its output: "
            + tree.shown(log));
  }

  private static boolean answers(HttpClient client, URI status) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(status).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /// The address of the view's first page, with the token.
  public String address() {
    return "http://127.0.0.1:" + port + "/lab" + place(view) + "?token=" + token;
  }

  /// What it shows.
  public View view() {
    return view;
  }

  /// Where its output goes.
  public Path log() {
    return log;
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
