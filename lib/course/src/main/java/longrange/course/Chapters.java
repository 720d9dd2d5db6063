package longrange.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.course.build.Refusal;
import longrange.course.build.Tree;

/// The walkthroughs: `notebooks/03-the-jacobian-product.ipynb` is chapter 3, and 0 is the page to
/// begin with.
///
/// @param all relative to the clone, in the order of the course
record Chapters(List<Path> all) {

  static Chapters of(Tree tree) throws IOException {
    Path folder = tree.root().resolve("notebooks");
    if (!Files.isDirectory(folder)) {
      return new Chapters(List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new Chapters(
          files
              .filter(file -> file.getFileName().toString().matches("\\d\\d-.*\\.ipynb"))
              .map(tree.root()::relativize)
              .sorted()
              .toList());
    }
  }

  /// The chapter with this number, `3` or `03`.
  Optional<Path> byNumber(String number) {
    return number.matches("\\d{1,2}")
        ? all.stream().filter(file -> number(file) == Integer.parseInt(number)).findFirst()
        : Optional.empty();
  }

  /// @throws Refusal when there is no such chapter
  Path require(String number) {
    return byNumber(number)
        .orElseThrow(() ->
            Refusal.usage(
                "There is no chapter "
                    + number
                    + ". There are: "
                    + all.stream()
                        .map(file -> file.getFileName().toString().substring(0, 2))
                        .collect(Collectors.joining(", "))
                    + ". A notebook file can be named too."));
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().substring(0, 2));
  }
}
