package longrange.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;

/// A cell to be tested. Every test of all cells runs over [#all]: to have a new cell tested, add
/// its line to the list of kinds.
///
/// @param name as the test report shows it
/// @param cell with random weights
public record Specimen(String name, Cell cell) {
  /// Inputs d and units n: an ordinary cell, one of one unit, one without input.
  private static final int[][] SHAPES = {{3, 5}, {1, 1}, {0, 2}};

  private static final int SEEDS = 2;

  /// How a kind of cell is made, whatever its weights.
  private record Kind(String name, Maker maker) {
    interface Maker {
      Cell seeded(int d, int n, RandomGenerator random);
    }
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(new Kind("linear Rnn", (d, n, r) -> Rnn.seeded(d, n, r).with(Activation.IDENTITY)));
    kinds.add(new Kind("tanh Rnn", Rnn::seeded));
    kinds.add(new Kind("sigmoid Rnn", (d, n, r) -> Rnn.seeded(d, n, r).with(Activation.SIGMOID)));
    kinds.add(new Kind("identity Rnn", Rnn::identity));
    // Two units more: one number, normalised, is always 0, and two are nearly always 1 and -1.
    kinds.add(new Kind("LayerNormRnn", (d, n, r) -> LayerNormRnn.seeded(d, n + 2, r)));
    kinds.add(new Kind("SkipRnn of 2", (d, n, r) -> SkipRnn.seeded(d, n, 2, r)));
    kinds.add(new Kind("SkipRnn of 4", (d, n, r) -> SkipRnn.seeded(d, n, 4, r)));
    kinds.add(new Kind("Jordan", (d, n, r) -> Jordan.seeded(d, n + 1, n, r)));
    kinds.add(
        new Kind(
            "Jordan with a linear output",
            (d, n, r) -> withLinearOutput(Jordan.seeded(d, n + 1, n, r))));
    kinds.add(
        new Kind(
            "Stacked",
            (d, n, r) ->
                Stacked.of(
                    Lstm.seeded(d, n, r),
                    Rnn.seeded(n, n + 1, r),
                    SkipRnn.seeded(n + 1, n, 3, r))));
    for (Paths paths : Paths.values()) {
      kinds.add(new Kind("Lstm, " + paths, (d, n, r) -> Lstm.seeded(d, n, r).along(paths)));
      kinds.add(
          new Kind(
              "CarouselLstm, " + paths, (d, n, r) -> CarouselLstm.seeded(d, n, r).along(paths)));
      for (Gru.Update update : Gru.Update.values()) {
        for (Gru.Reset reset : Gru.Reset.values()) {
          String name = "Gru, %s, %s, %s".formatted(update, reset, paths);
          kinds.add(new Kind(name, (d, n, r) -> Gru.seeded(d, n, update, reset, r).along(paths)));
        }
      }
    }
    return kinds;
  }

  private static Jordan withLinearOutput(Jordan j) {
    return new Jordan(j.wx(), j.wy(), j.b(), j.v(), j.c(), j.phi(), Activation.IDENTITY);
  }

  /// Every cell of the library, in every shape, with several weights.
  public static Stream<Specimen> all() {
    return kinds().stream().flatMap(Specimen::of);
  }

  /// Those whose adjoint is the derivative, all of it: only they can agree with differences.
  public static Stream<Specimen> total() {
    return all().filter(s -> !(s.cell instanceof Gated gated && gated.paths() == Paths.DIRECT));
  }

  private static Stream<Specimen> of(Kind kind) {
    List<Specimen> specimens = new ArrayList<>();
    for (int[] shape : SHAPES) {
      for (int seed = 0; seed < SEEDS; seed++) {
        Cell cell = kind.maker.seeded(shape[0], shape[1], new Random(seed));
        fill(cell.parameters(), new Random(seed));
        String size = "%d inputs, %d units, seed %d".formatted(shape[0], shape[1], seed);
        specimens.add(new Specimen(kind.name + ", " + size, cell));
      }
    }
    return specimens.stream();
  }

  /// Every weight and bias random: a start at zero, or at the identity, would hide a lost term.
  private static void fill(List<DMatrixRMaj> parameters, Random random) {
    for (DMatrixRMaj p : parameters) {
      p.setTo(Matrices.gaussian(p.getNumRows(), p.getNumCols(), 0.5, random));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
