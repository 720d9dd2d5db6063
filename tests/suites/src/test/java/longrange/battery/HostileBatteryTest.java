package longrange.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.grading.sandbox.Graded;
import longrange.grading.sandbox.Isolation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The hostile battery under bubblewrap: the whole of it with `-Dlongrange.slow=true`, else a
/// sample.
class HostileBatteryTest {
  private static final int SAMPLE = 16;
  private static final List<Hostile> CASES = cases();
  private static final Map<Hostile, Graded> RESULTS = new ConcurrentHashMap<>();
  private static Leftovers before;
  private static Leftovers after;

  /// A sample is another one each day, and the same all day.
  private static List<Hostile> cases() {
    if (Boolean.getBoolean("longrange.slow")) {
      return Hostile.all();
    }
    long seed = Long.getLong("longrange.seed", System.currentTimeMillis() / 86_400_000);
    List<Hostile> quick = new ArrayList<>(Hostile.all());
    quick.removeIf(Hostile::slow);
    Collections.shuffle(quick, new Random(seed));
    System.out.printf("hostile battery: a sample, -Dlongrange.seed=%d%n", seed);
    return quick.subList(0, SAMPLE);
  }

  @BeforeAll
  static void gradeAll() throws Exception {
    Bubblewrap.need();
    before = Leftovers.now();
    try (Grading grading = Grading.open(Isolation.BWRAP, 2);
        ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Graded>> running = new ArrayList<>();
      for (Hostile attack : CASES) {
        running.add(two.submit(() -> RESULTS.put(attack, grading.grade(attack))));
      }
      for (Future<Graded> each : running) {
        each.get();
      }
    }
    after = Leftovers.now();
  }

  @AfterAll
  static void print() {
    System.out.printf("%-5s %-50s %-24s %s%n", "case", "what", "expected", "got");
    for (Hostile attack : CASES) {
      Graded graded = RESULTS.get(attack);
      if (graded != null) {
        System.out.printf(
            "%-5s %-50s %-24s %s, %d run(s)%s%n",
            attack.number(),
            attack.what(),
            attack.expected().toString().replaceAll("[\\[\\]]", ""),
            graded.verdict().status(),
            graded.runs(),
            flaw(attack, graded).map(what -> ", BUT " + what).orElse(""));
        if (!attack.specified().isEmpty()) {
          System.out.printf("%-5s   the specification says %s%n", "", attack.specified());
        }
      }
    }
  }

  private static Optional<String> flaw(Hostile attack, @Nullable Graded graded) {
    if (graded == null) {
      return Optional.of("it was not graded");
    }
    return attack.expected().contains(graded.verdict().status())
        ? attack.flaw().apply(graded)
        : Optional.of("the status is another");
  }

  @TestFactory
  Stream<DynamicTest> anAttackComesToNothing() {
    return CASES.stream()
        .map(attack ->
            DynamicTest.dynamicTest(
                attack.toString(),
                () -> {
                  Graded graded = RESULTS.get(attack);
                  assertEquals(
                      Optional.empty(), flaw(attack, graded), () -> String.valueOf(graded));
                }));
  }

  @Test
  void noProcessIsLeft() {
    assertEquals(List.of(), after.processesSince(before));
  }

  @Test
  void noFileIsLeft() {
    assertEquals(List.of(), after.filesSince(before));
  }

  @Test
  void theSpecificationsNumbersAreThere() {
    Set<String> there = Hostile.all().stream().map(Hostile::number).collect(Collectors.toSet());
    List<Integer> missing =
        IntStream.of(
                1, 4, 5, 7, 11, 12, 13, 14, 19, 23, 24, 25, 34, 35, 36, 37, 38, 39, 40, 43, 46, 47,
                49, 50, 54, 65, 66, 74, 85, 89, 91, 92, 93, 99, 100)
            .filter(number -> !there.contains(String.valueOf(number)))
            .boxed()
            .toList();
    assertEquals(List.of(), missing);
  }
}
