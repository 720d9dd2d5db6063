package longrange.tasks;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.linalg.Matrices;
import longrange.linalg.Need;
import org.ejml.data.DMatrixRMaj;

/// A maze in the form of a T, in which only the first glance says where to turn (Bakker 2002,
/// section 4): an environment for an agent that learns from rewards.
///
/// The agent starts at the west end of a corridor and sees there whether the goal is north or south
/// of the junction at its east end. It gets 4 for the goal and -0.1 for the other arm, either of
/// which ends the episode, and -0.1 whenever it runs into a wall. What it sees is (0,1,1) or
/// (1,1,0) at the start, (1,0,1) in the corridor and (0,1,0) at the junction. Our episodes also
/// end, without a reward, after `10 (corridor + 1)` steps.
///
/// @param corridor the steps from the start to the junction, at least 1
public record TMaze(int corridor) {
  /// The numbers of an observation.
  // Not a constant of the compiler's, which would leave no trace in an answer that uses it.
  public static final int OBSERVATION = Integer.valueOf(3);

  private static final double GOAL = 4;
  private static final double MISS = -0.1;

  /// What the agent can do: a step to one of four sides.
  public enum Action {
    NORTH,
    EAST,
    SOUTH,
    WEST
  }

  /// The actions in the order of an actor's logits.
  public static final List<Action> ACTIONS = List.of(Action.values());

  public TMaze {
    Need.that(corridor >= 1, "corridor", corridor, "at least 1");
  }

  /// The sum of rewards of an agent that walks to the junction and turns to the goal.
  public double optimum() {
    return GOAL;
  }

  /// The mean sum of rewards of the best agent that decides by what it sees at the moment: at the
  /// junction it is wrong half of the time.
  public double baseline() {
    return (GOAL + MISS) / 2;
  }

  /// A new episode, its goal north or south with the same probability.
  public Episode start(RandomGenerator random) {
    return new Episode(random.nextBoolean() ? Action.NORTH : Action.SOUTH);
  }

  /// One walk through the maze.
  public final class Episode {
    private final Action goal;
    private int place;
    private int steps;
    private boolean over;

    private Episode(Action goal) {
      this.goal = goal;
    }

    /// What the agent sees, (1,3).
    public DMatrixRMaj observation() {
      if (place == corridor) {
        return Matrices.row(0, 1, 0);
      }
      if (place > 0) {
        return Matrices.row(1, 0, 1);
      }
      return goal == Action.NORTH ? Matrices.row(0, 1, 1) : Matrices.row(1, 1, 0);
    }

    /// Makes a step.
    ///
    /// @return the reward
    public double act(Action action) {
      if (over) {
        throw new IllegalStateException("the episode is over: start another");
      }
      steps++;
      boolean arm = place == corridor && (action == Action.NORTH || action == Action.SOUTH);
      over = arm || steps == 10 * (corridor + 1);
      if (arm) {
        return action == goal ? GOAL : MISS;
      }
      int before = place;
      place = Math.clamp(place + eastward(action), 0, corridor);
      return place == before ? MISS : 0;
    }

    private static int eastward(Action action) {
      return switch (action) {
        case EAST -> 1;
        case WEST -> -1;
        case NORTH, SOUTH -> 0;
      };
    }

    /// Whether it has ended.
    public boolean over() {
      return over;
    }
  }
}
