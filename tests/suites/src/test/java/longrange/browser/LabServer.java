package longrange.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import longrange.course.build.Tree;

/// A JupyterLab server of the course's own Python environment, on a folder of notebooks.
final class LabServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOKEN = "browser-test";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path settings;
  private final Path log;
  private final int port;

  /// @param python the interpreter of the course's environment
  /// @param folder what the server shows
  LabServer(Path python, Path folder) throws IOException, InterruptedException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    log = Files.createTempFile("longrange-lab", ".log");
    settings = Files.createTempDirectory("longrange-lab-settings");
    // Every cell stays in the page, also those out of sight: a test looks at all of them.
    setting("notebook-extension/tracker", "{\"windowingMode\": \"none\"}");
    setting("apputils-extension/notification", "{\"fetchNews\": \"false\"}");
    ProcessBuilder lab =
        new ProcessBuilder(
                python.toString(),
                "-m",
                "jupyter",
                "lab",
                "--no-browser",
                "--allow-root",
                "--ServerApp.ip=127.0.0.1",
                "--ServerApp.port=" + port,
                "--IdentityProvider.token=" + TOKEN,
                "--ServerApp.root_dir=" + folder)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    lab.environment().put("JUPYTERLAB_SETTINGS_DIR", settings.toString());
    process = lab.start();
    awaitReady();
  }

  private void setting(String plugin, String json) throws IOException {
    Path file = settings.resolve("@jupyterlab/" + plugin + ".jupyterlab-settings");
    Files.createDirectories(file.getParent());
    Files.writeString(file, json);
  }

  /// Where a notebook opens in a fresh workspace.
  String address(String notebook) {
    return "http://127.0.0.1:" + port + "/lab/tree/" + notebook + "?token=" + TOKEN + "&reset";
  }

  /// Whether the server has heard from this notebook's kernel that it is idle.
  boolean kernelIsIdle(String notebook) {
    try {
      for (JsonNode session : JSON.readTree(get("/api/sessions").body())) {
        if (session.path("path").asText().equals(notebook)) {
          return session.at("/kernel/execution_state").asText().equals("idle");
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    Instant limit = Instant.now().plusSeconds(60);
    while (true) {
      try {
        if (get("/api/status").statusCode() == 200) {
          return;
        }
      } catch (UncheckedIOException notYet) {
        // The port is not served yet: asked again below, until the limit.
      }
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        throw new IOException("JupyterLab did not start:\n" + Files.readString(log));
      }
      Thread.sleep(200);
    }
  }

  private HttpResponse<String> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "token " + TOKEN)
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the server", e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    if (!ended()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    http.close();
    Files.deleteIfExists(log);
    Tree.delete(settings);
  }

  private boolean ended() {
    try {
      return process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
