package longrange.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `./course lab --no-browser`, from its start to its address, to its end.
///
/// @param process the command
/// @param said what it wrote up to its address
/// @param address the address with the token
record RunningLab(Process process, String said, URI address) implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S+");
  private static final long END_SECONDS = 30;

  static RunningLab in(Clone clone, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("./course", "lab", "--no-browser"));
    command.addAll(List.of(options));
    Process process = Clone.start(clone.root(), command, Map.of());
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new RunningLab(process, said.toString(), URI.create(address.group()));
      }
    }
    throw new IOException("lab ended before it gave an address:\n" + said);
  }

  /// The status of a page of its server, asked for without a token.
  int statusWithoutToken(String path) throws IOException, InterruptedException {
    return status(address.resolve(path));
  }

  /// The status of a page of its server.
  int status(String path) throws IOException, InterruptedException {
    return status(URI.create(address.resolve(path) + "?" + address.getQuery()));
  }

  /// Saves a notebook as JupyterLab's page does.
  ///
  /// @return the status
  int save(String path, String notebook) throws IOException, InterruptedException {
    String model = "{\"type\": \"notebook\", \"format\": \"json\", \"content\": " + notebook + "}";
    URI uri = URI.create(address.resolve("/api/contents/" + path) + "?" + address.getQuery());
    return status(HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString(model)).build());
  }

  private static int status(URI uri) throws IOException, InterruptedException {
    return status(HttpRequest.newBuilder(uri).build());
  }

  private static int status(HttpRequest request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  /// Ends it as Ctrl-C does, and all that it started.
  ///
  /// @return whether it ended by itself after that
  boolean end() throws InterruptedException {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    boolean ended = process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    return ended && started.stream().noneMatch(ProcessHandle::isAlive);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
