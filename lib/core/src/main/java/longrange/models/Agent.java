package longrange.models;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import longrange.autodiff.Losses;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Cell;
import longrange.cells.CellKind;
import longrange.cells.Piece;
import longrange.tasks.TMaze;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// An agent with a memory. A cell reads what is seen; from its output an actor says how likely each
/// action is, and a critic how much reward is still to come.
///
/// What it sees at the moment does not tell it all, so what it does well it owes to its state.
///
/// @param cell reads an observation
/// @param actor the logits of the actions
/// @param critic one number
public record Agent(Cell cell, Readout actor, Readout critic) {
  /// An agent for the T-maze, with freshly drawn weights.
  ///
  /// @param kind of its cell
  /// @param units of its cell
  public static Agent seeded(CellKind kind, int units, RandomGenerator random) {
    Cell cell = kind.seeded(TMaze.OBSERVATION, units, random);
    int n = cell.outputSize();
    Readout actor = Readout.seeded(n, TMaze.ACTIONS.size(), random);
    return new Agent(cell, actor, Readout.seeded(n, 1, random));
  }

  /// The matrices that training changes, in place, always in the same order.
  public List<DMatrixRMaj> parameters() {
    return Piece.parameters(Stream.of(cell, actor, critic));
  }

  /// One time of some episodes that are played side by side, one a row.
  ///
  /// @param logits of the actions, (B,4)
  /// @param value what the critic says, (B,1)
  /// @param chosen a 1 in the column of the action that was drawn, (B,4)
  /// @param rewards for it, (B,1)
  /// @param alive 1 for an episode that was not over before, else 0, (B,1)
  public record Moment(
      Var logits, Var value, DMatrixRMaj chosen, DMatrixRMaj rewards, DMatrixRMaj alive) {}

  /// Plays some episodes to their end. Actions are drawn as likely as the actor says.
  public List<Moment> play(Tape tape, TMaze maze, int episodes, RandomGenerator random) {
    List<TMaze.Episode> all = Stream.generate(() -> maze.start(random)).limit(episodes).toList();
    List<Moment> moments = new ArrayList<>();
    Var s = tape.constant(new DMatrixRMaj(episodes, cell.stateSize()));
    while (!all.stream().allMatch(TMaze.Episode::over)) {
      DMatrixRMaj seen = new DMatrixRMaj(episodes, TMaze.OBSERVATION);
      for (int row = 0; row < episodes; row++) {
        CommonOps_DDRM.insert(all.get(row).observation(), seen, row, 0);
      }
      s = cell.step(tape.constant(seen), s);
      moments.add(act(all, actor.of(cell.output(s)), critic.of(cell.output(s)), random));
    }
    return moments;
  }

  private static Moment act(
      List<TMaze.Episode> all, Var logits, Var value, RandomGenerator random) {
    DMatrixRMaj likely = Losses.softmax(logits.value());
    DMatrixRMaj chosen = new DMatrixRMaj(all.size(), likely.getNumCols());
    DMatrixRMaj rewards = new DMatrixRMaj(all.size(), 1);
    DMatrixRMaj alive = new DMatrixRMaj(all.size(), 1);
    for (int row = 0; row < all.size(); row++) {
      if (!all.get(row).over()) {
        int action = drawn(likely, row, random.nextDouble());
        chosen.set(row, action, 1);
        rewards.set(row, 0, all.get(row).act(TMaze.ACTIONS.get(action)));
        alive.set(row, 0, 1);
      }
    }
    return new Moment(logits, value, chosen, rewards, alive);
  }

  private static int drawn(DMatrixRMaj likely, int row, double uniform) {
    int action = 0;
    double rest = uniform - likely.get(row, 0);
    while (rest >= 0 && action < likely.getNumCols() - 1) {
      action++;
      rest -= likely.get(row, action);
    }
    return action;
  }

  /// The mean sum of rewards over some episodes.
  public double meanReward(TMaze maze, int episodes, RandomGenerator random) {
    return play(Tape.frozen(), maze, episodes, random).stream()
            .mapToDouble(moment -> CommonOps_DDRM.elementSum(moment.rewards))
            .sum()
        / episodes;
  }
}
