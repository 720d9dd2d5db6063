package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinglePrecisionTest {
  @Test
  void everyTwinIsWhatItsSourceMakes() throws IOException {
    List<Path> sources = SinglePrecision.sources(Path.of(""));
    assertTrue(sources.size() > 10, "found only " + sources);
    for (Path source : sources) {
      Path twin = SinglePrecision.twin(source);
      assertEquals(
          SinglePrecision.generated(source),
          Files.exists(twin) ? Files.readString(twin) : "",
          twin + " is not what " + source + " makes: run " + SinglePrecision.COMMAND);
    }
  }
}
