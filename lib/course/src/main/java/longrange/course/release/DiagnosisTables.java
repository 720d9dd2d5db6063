package longrange.course.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Exercises;
import longrange.grading.KnownAnswers;
import longrange.grading.diagnosis.Call;
import longrange.grading.diagnosis.Table;

/// The tables that stand in for the catalogue, as a jar: one per exercise with a determined result.
final class DiagnosisTables {
  private DiagnosisTables() {}

  static void write(Path jar) throws IOException {
    SortedMap<String, byte[]> tables = new TreeMap<>();
    for (Contract contract : Exercises.all()) {
      if (contract.isDetermined()) {
        Table table = Table.of(contract.type(), KnownAnswers.all(), calls(contract));
        tables.put(Table.resource(contract.type()), table.json().getBytes(StandardCharsets.UTF_8));
      }
    }
    JarWriter.write(jar, tables);
  }

  /// What the tests on the class path call, the visible ones, when they look at a known answer.
  private static List<Call> calls(Contract contract) {
    List<Call> calls = new ArrayList<>();
    Checker listening =
        Checker.standard()
            .withDiagnostics((_, made, _) -> {
              made.values().forEach(calls::addAll);
              return Map.of();
            });
    for (Class<?> answer : KnownAnswers.all()) {
      if (contract.type().isAssignableFrom(answer)) {
        listening.check(contract, answer);
      }
    }
    return calls;
  }
}
