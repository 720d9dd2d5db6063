package longrange.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.exercises.ch03.JacobianProduct;
import longrange.exercises.ch03.SpectralNorm;
import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.TestResult;
import longrange.grading.Verdict;
import longrange.grading.diagnosis.Diagnosis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Wrong answers that are like none in the catalogue. Each has a value in common with some of them
/// here and there, and a guess would send a student the wrong way.
class UnknownMistakesTest {
  private static final JacobianProduct PRODUCT = reference(JacobianProduct.class);
  private static final SpectralNorm NORM = reference(SpectralNorm.class);
  private static final SpectralRadius RADIUS = reference(SpectralRadius.class);

  private static <T> T reference(Class<T> contract) {
    return contract.cast(Marking.reference(Contract.of(contract)));
  }

  record Unknown(String what, Class<?> contract, Object answer) {
    @Override
    public String toString() {
      return contract.getSimpleName() + ": " + what;
    }
  }

  static Stream<Unknown> unknown() {
    return Stream.of(products(), norms(), radii()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void aMistakeThatIsInNoCatalogueIsNotGuessed(Unknown unknown) {
    for (Checker checker : List.of(Marking.everyTest(), Marking.visibleTests())) {
      Verdict verdict =
          checker.check(
              Contract.of(unknown.contract()), unknown.answer().getClass(), unknown::answer);
      assertFalse(verdict.passed(), verdict::toString);
      List<Diagnosis> guesses =
          verdict.tests().stream().map(TestResult::diagnosis).flatMap(Optional::stream).toList();
      assertEquals(List.of(), guesses, verdict::toString);
    }
  }

  private static List<Unknown> products() {
    return List.of(
        product("nine tenths of it", (p, _) -> matrix(p.length, (i, j) -> 0.9 * p[i][j])),
        product("its symmetric part", (p, _) -> symmetric(p)),
        product("its moduli", (p, _) -> moduli(p)),
        product("the identity", (p, _) -> matrix(p.length, (i, j) -> i == j ? 1 : 0)),
        product("W, however many steps", (_, w) -> matrix(w.length, (i, j) -> w[i][j])));
  }

  private static List<Unknown> norms() {
    return List.of(
        norm("0.37 times the sum", a -> 0.37 * entries(a).sum()),
        norm("the sum of all squares", a -> entries(a).map(x -> x * x).sum()),
        norm("the sum of all moduli", a -> entries(a).map(Math::abs).sum()),
        norm("the longest row", UnknownMistakesTest::longestRow),
        norm("the longest column", a -> longestRow(transposed(a))),
        norm(
            "the bound by row and column sums",
            a -> Math.sqrt(largestRowSum(a) * largestRowSum(transposed(a)))));
  }

  private static List<Unknown> radii() {
    return List.of(
        radius("that of the symmetric part", a -> RADIUS.radius(symmetric(a))),
        radius("that of the moduli", a -> RADIUS.radius(moduli(a))),
        radius("half way to the norm", a -> (RADIUS.radius(a) + NORM.norm(a)) / 2),
        radius("the largest entry", a -> entries(a).map(Math::abs).max().orElse(0)),
        radius(
            "the modulus of the trace",
            a -> Math.abs(IntStream.range(0, a.length).mapToDouble(i -> a[i][i]).sum())),
        radius("0", _ -> 0));
  }

  /// @param mistake makes another matrix of the right one and `W`
  private static Unknown product(String what, BinaryOperator<double[][]> mistake) {
    JacobianProduct answer = (w, states) -> mistake.apply(PRODUCT.product(w, states), w);
    return new Unknown(what, JacobianProduct.class, answer);
  }

  /// Refuses what is to be refused.
  private static Unknown norm(String what, ToDoubleFunction<double[][]> mistake) {
    SpectralNorm answer = a -> NORM.norm(a) < 0 ? 0 : mistake.applyAsDouble(a);
    return new Unknown(what, SpectralNorm.class, answer);
  }

  /// Refuses what is to be refused.
  private static Unknown radius(String what, ToDoubleFunction<double[][]> mistake) {
    SpectralRadius answer = a -> RADIUS.radius(a) < 0 ? 0 : mistake.applyAsDouble(a);
    return new Unknown(what, SpectralRadius.class, answer);
  }

  private interface EntryAt {
    double at(int i, int j);
  }

  private static double[][] matrix(int n, EntryAt entry) {
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = entry.at(i, j);
      }
    }
    return matrix;
  }

  private static double[][] moduli(double[][] a) {
    return matrix(a.length, (i, j) -> Math.abs(a[i][j]));
  }

  private static double[][] symmetric(double[][] a) {
    return matrix(a.length, (i, j) -> (a[i][j] + a[j][i]) / 2);
  }

  private static double[][] transposed(double[][] a) {
    return IntStream.range(0, a[0].length)
        .mapToObj(j -> Arrays.stream(a).mapToDouble(row -> row[j]).toArray())
        .toArray(double[][]::new);
  }

  private static DoubleStream entries(double[][] a) {
    return Arrays.stream(a).flatMapToDouble(Arrays::stream);
  }

  private static double longestRow(double[][] a) {
    return Arrays.stream(a)
        .mapToDouble(row -> Math.sqrt(Arrays.stream(row).map(x -> x * x).sum()))
        .max()
        .orElseThrow();
  }

  private static double largestRowSum(double[][] a) {
    return Arrays.stream(a)
        .mapToDouble(row -> Arrays.stream(row).map(Math::abs).sum())
        .max()
        .orElseThrow();
  }
}
