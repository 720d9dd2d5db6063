package longrange.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A cell before it has weights. It is a record: what it prints is what makes it again.
public interface CellKind {
  /// A cell with freshly drawn weights.
  ///
  /// @param d the columns of an input
  /// @param n the units
  Cell seeded(int d, int n, RandomGenerator random);

  /// See [Rnn#uniform].
  record Elman() implements CellKind {
    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      return Rnn.uniform(d, n, random);
    }
  }

  /// See [Rnn#seeded].
  record Orthogonal() implements CellKind {
    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      return Rnn.seeded(d, n, random);
    }
  }

  /// See [Rnn#identity].
  record Identity() implements CellKind {
    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      return Rnn.identity(d, n, random);
    }
  }

  /// See [longrange.cells.Jordan#seeded]; it has as many outputs as hidden units.
  record Jordan() implements CellKind {
    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      return longrange.cells.Jordan.seeded(d, n, n, random);
    }
  }

  /// See [LayerNormRnn#seeded].
  record LayerNormed() implements CellKind {
    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      return LayerNormRnn.seeded(d, n, random);
    }
  }

  /// See [SkipRnn#seeded].
  ///
  /// @param skip the steps of the shortcut
  record Skip(int skip) implements CellKind {
    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      return SkipRnn.seeded(d, n, skip, random);
    }
  }

  /// See [longrange.cells.Lstm#seeded].
  ///
  /// @param forgetBias the bias of every forget gate
  record Lstm(double forgetBias) implements CellKind {
    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      return longrange.cells.Lstm.seeded(d, n, random).withForgetBias(forgetBias);
    }
  }

  /// See [longrange.cells.Lstm#withChronoBias].
  ///
  /// @param longest the longest lag that is expected
  record ChronoLstm(double longest) implements CellKind {
    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      return longrange.cells.Lstm.seeded(d, n, random).withChronoBias(longest, random);
    }
  }

  /// See [CarouselLstm#seeded].
  ///
  /// @param paths which paths a gradient takes: the paper's training is along the direct one
  record FirstLstm(Paths paths) implements CellKind {
    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      return CarouselLstm.seeded(d, n, random).along(paths);
    }
  }

  /// See [longrange.cells.Gru#seeded].
  ///
  /// @param update what z stands for
  /// @param reset where r acts
  /// @param updateBias the bias of every update gate
  record Gru(longrange.cells.Gru.Update update, longrange.cells.Gru.Reset reset, double updateBias)
      implements CellKind {
    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      return longrange.cells.Gru.seeded(d, n, update, reset, random).withUpdateBias(updateBias);
    }
  }

  /// Cells on top of each other, see [Stacked], each with n units.
  ///
  /// @param layers from the one that reads the input up
  record Stack(List<CellKind> layers) implements CellKind {
    public Stack {
      layers = List.copyOf(layers);
    }

    @Override
    public Cell seeded(int d, int n, RandomGenerator random) {
      List<Cell> cells = new ArrayList<>();
      for (CellKind layer : layers) {
        int below = cells.isEmpty() ? d : cells.getLast().outputSize();
        cells.add(layer.seeded(below, n, random));
      }
      return new Stacked(cells);
    }
  }
}
