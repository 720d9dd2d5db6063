package longrange.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import longrange.grading.Contract;
import longrange.grading.Verdict;
import longrange.grading.extraction.Extraction;
import longrange.grading.extraction.UnreadableFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every answer of the catalogue is also a text that a student could hand in.
class StudentSourceTest {
  static Stream<Entry> answers() {
    return Catalogue.all().stream();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theFileGetsTheVerdictOfTheClass(Entry entry, @TempDir Path folder)
      throws IOException, UnreadableFile {
    Contract contract = Contract.of(entry.contract());
    Path file = folder.resolve(contract.answerName() + ".java");
    Files.writeString(file, entry.studentSource());
    Verdict handedIn = Extraction.of(file).check(contract, Marking.everyTest());
    assertEquals(outcomes(Marking.verdict(entry)), outcomes(handedIn), handedIn::toString);
    assertEquals(List.of(), handedIn.warnings());
  }

  private static List<String> outcomes(Verdict verdict) {
    return verdict.tests().stream()
        .map(test -> test.method() + " " + test.outcome() + " " + test.earned())
        .toList();
  }
}
