package longrange.grading;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import longrange.exercises.toy.Scale;
import longrange.exercises.toy.Total;
import org.junit.jupiter.api.Test;

class ExercisesTest {
  private static final Contract SCALE = Contract.of(Scale.class);

  @Test
  void theIndexFindsByIdByNameAndByTheNameOfTheAnswer() {
    assertEquals(Optional.of(SCALE), Exercises.byId("0.1"));
    assertEquals(Optional.of(SCALE), Exercises.byName("Scale"));
    assertEquals(Optional.of(SCALE), Exercises.byName("MyScale"));
    assertEquals(Optional.empty(), Exercises.byId("0.9"));
  }

  @Test
  void everyContractOfTheIndexIsListedOnce() {
    assertEquals(1, Exercises.all().stream().filter(SCALE::equals).count());
    assertEquals(1, Exercises.all().stream().filter(Contract.of(Total.class)::equals).count());
  }

  @Test
  void everyContractsPackageIsImportedByDefault() throws IOException {
    try (InputStream in = Exercises.class.getResourceAsStream("default-imports.jsh")) {
      String imports = new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (Contract contract : Exercises.all()) {
        String chapter = contract.type().getPackageName();
        assertTrue(
            imports.contains("import " + chapter + ".*;\n") || chapter.endsWith(".toy"), chapter);
      }
    }
  }

  @Test
  void aContractIsReadFromItsAnnotation() {
    assertEquals(new Contract(Scale.class, "0.1", 10, "Scale a vector"), SCALE);
    assertThrows(IllegalArgumentException.class, () -> Contract.of(Runnable.class));
  }
}
