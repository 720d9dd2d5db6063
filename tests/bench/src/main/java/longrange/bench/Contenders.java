package longrange.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ejml.data.DMatrixRMaj;

/// All processes of a comparison: the course's own, and those beside it.
///
/// Torch is there as it comes and with `set_flush_denormal(True)`; for the probe with its own
/// automatic differentiation and with products by hand. The course's own on other kernels is one.
final class Contenders implements AutoCloseable {
  private static final String KERNELS = "longrange.kernels";
  private static final Pattern NAMED = Pattern.compile("kernels (\\w+)");

  private final Path folder;
  private final Path errors;
  private final List<Peer> course = new ArrayList<>(); // ours first
  private final List<Peer> torch = new ArrayList<>();

  /// None yet.
  ///
  /// @param folder for the files by which they are given their works, and for what they complain of
  Contenders(Path folder) throws IOException {
    this.folder = folder;
    this.errors = folder.resolve("contenders.log");
    Files.deleteIfExists(errors);
  }

  /// Starts the course's own, on the kernels of this process or on others.
  ///
  /// @param kernels their name, or nothing for those that this process would have
  void startCourse(String name, String kernels) throws IOException {
    String asked = kernels.isEmpty() ? System.getProperty(KERNELS, "") : kernels;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-Xmx2g"));
    if (!asked.isEmpty()) {
      command.add("-D" + KERNELS + "=" + asked);
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Contender.class.getName()));
    course.add(Peer.start(name, command, errors));
  }

  /// Starts all of torch's.
  ///
  /// @param python an interpreter that has torch
  void startTorch(String python) throws IOException {
    Path script = folder.resolve("contender.py");
    try (InputStream in = Contenders.class.getResourceAsStream("contender.py")) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    for (String mode : List.of("default", "flush", "hand")) {
      String name =
          switch (mode) {
            case "flush" -> "torch, flushing";
            case "hand" -> "torch by hand";
            default -> "torch";
          };
      torch.add(Peer.start(name, List.of(python, script.toString(), mode), errors));
    }
  }

  Peer ours() {
    return course.getFirst();
  }

  /// Those that are compared with ours in a work.
  List<Peer> others(Work work) {
    return torch.isEmpty()
        ? course.subList(1, course.size())
        : List.of(torch.getFirst(), torch.get(work.kind().equals("probe") ? 2 : 1));
  }

  /// Those that are compiled while they run, and need some rounds before the first that counts.
  List<Peer> compiled() {
    return course;
  }

  /// What ours says of its kernels.
  String kernels() {
    Matcher named = NAMED.matcher(ours().greeting());
    return named.find() ? named.group(1) : "";
  }

  /// What ours and the first of the others say of themselves.
  String versions() {
    Peer other = torch.isEmpty() ? course.getLast() : torch.getFirst();
    return ours().greeting() + "; " + other.greeting();
  }

  /// Gives all of them the same work, and compares what comes out of it.
  ///
  /// @return for each of the others, in their order, where it is furthest from ours
  /// @throws IllegalStateException when one of them does not do the same
  List<Agreement.Difference> take(Work work) throws IOException {
    Path numbers = folder.resolve("numbers.bin");
    Path result = folder.resolve("result.bin");
    ours().take(work, numbers);
    List<DMatrixRMaj> expected = ours().result(result);
    List<Agreement.Difference> differences = new ArrayList<>();
    for (Peer other : others(work)) {
      other.take(work, numbers);
      differences.add(Agreement.check(work, other.name(), expected, other.result(result)));
    }
    return differences;
  }

  @Override
  public void close() {
    course.forEach(Peer::close);
    torch.forEach(Peer::close);
  }
}
