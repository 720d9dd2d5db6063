package longrange.training;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import longrange.autodiff.Losses;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.CellKind;
import longrange.linalg.Cancellation;
import longrange.linalg.Need;
import longrange.models.Agent;
import longrange.tasks.TMaze;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Learning from rewards: nobody says which action was right, only what came of all of them. An
/// advantage actor-critic with a recurrent network (Mnih et al. 2016, section 4, without its
/// asynchrony) on the T-maze of Bakker (2002).
///
/// With `δ_t = r_t + γ v_{t+1} - v_t`, the surprise of the critic, the advantage of what was done
/// is `A_t = Σ_k (γλ)^k δ_{t+k}` (Schulman et al. 2016, equation 16). The actor's loss is `-A_t log
/// p(a_t)`, so that what went better than expected becomes likelier; the critic's is half the
/// square of `A_t`. Each update learns from fresh episodes, played to their end.
///
/// @param maze the environment
/// @param cell the kind of the agent's cell
/// @param units its units
/// @param seed of the one generator that draws the weights, then every episode
/// @param updates how many steps are made
/// @param episodes of each update
/// @param learningRate of Adam
public record ActorCritic(
    TMaze maze,
    CellKind cell,
    int units,
    long seed,
    int updates,
    int episodes,
    double learningRate) {
  /// γ: a reward counts half after 34 steps, so that the shorter way is the better one.
  private static final double DISCOUNT = 0.98;

  /// λ: between the one-step surprise, 0, and all rewards to the end, 1.
  private static final double LAMBDA = 0.9;

  /// The weight of a cross-entropy towards equal probabilities: it keeps the agent trying.
  private static final double CURIOSITY = 0.01;

  private static final double CLIP = 1;

  public ActorCritic {
    Need.that(updates >= 1, "updates", updates, "at least 1");
    Need.that(episodes >= 1, "episodes", episodes, "at least 1");
    Need.that(learningRate > 0, "learningRate", learningRate, "more than 0");
  }

  /// Settings that suit a corridor of ten steps: 16 units, seed 1, 400 updates of 32 episodes, the
  /// learning rate 0.01.
  public static ActorCritic of(TMaze maze, CellKind cell) {
    return new ActorCritic(maze, cell, 16, 1, 400, 32, 0.01);
  }

  /// The same with another seed.
  public ActorCritic withSeed(long other) {
    return new ActorCritic(maze, cell, units, other, updates, episodes, learningRate);
  }

  /// Trains to the end, or until it is stopped.
  ///
  /// @param listener is told each step; its loss is what the episodes missed of the optimum
  /// @param cancellation asked before each step
  public Agent run(Consumer<TrainingStep> listener, Cancellation cancellation) {
    long start = System.nanoTime();
    Random random = new Random(seed);
    Agent agent = Agent.seeded(cell, units, random);
    UpdateRule.Update update = Adam.standard().of(agent.parameters());
    for (int number = 1; number <= updates && !cancellation.now(); number++) {
      Swept swept = sweep(agent, random);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      listener.accept(swept.descend(update, learningRate, CLIP, number, elapsed));
    }
    return agent;
  }

  private Swept sweep(Agent agent, Random random) {
    Tape tape = Tape.training();
    List<Agent.Moment> moments = agent.play(tape, maze, episodes, random);
    List<DMatrixRMaj> gradients =
        Swept.from(loss(tape, moments), tape, agent.parameters()).gradients();
    double reward =
        moments.stream().mapToDouble(moment -> CommonOps_DDRM.elementSum(moment.rewards())).sum();
    return new Swept(maze.optimum() - reward / episodes, gradients);
  }

  /// The sum over all moments, from the last to the first, as advantages are made.
  static Var loss(Tape tape, List<Agent.Moment> moments) {
    int rows = moments.getFirst().alive().getNumRows();
    Var sum = tape.constant(new DMatrixRMaj(1, 1));
    DMatrixRMaj advantage = new DMatrixRMaj(rows, 1);
    DMatrixRMaj after = new DMatrixRMaj(rows, 1); // what the critic says a step later
    for (Agent.Moment moment : moments.reversed()) {
      DMatrixRMaj v = moment.value().value();
      DMatrixRMaj alive = moment.alive();
      DMatrixRMaj returned = new DMatrixRMaj(rows, 1);
      DMatrixRMaj next = new DMatrixRMaj(rows, 1);
      for (int row = 0; row < rows; row++) {
        double delta = moment.rewards().get(row) + DISCOUNT * after.get(row) - v.get(row);
        double a = delta + DISCOUNT * LAMBDA * advantage.get(row);
        next.set(row, alive.get(row) * a);
        returned.set(row, v.get(row) + a);
      }
      advantage = next;
      after = CommonOps_DDRM.elementMult(v, alive, null);
      sum = sum.plus(loss(moment, advantage, returned));
    }
    return sum;
  }

  private static Var loss(Agent.Moment moment, DMatrixRMaj advantage, DMatrixRMaj returned) {
    int rows = advantage.getNumRows();
    DMatrixRMaj equal = moment.chosen().createLike();
    CommonOps_DDRM.fill(equal, 1.0 / equal.getNumCols());
    Var actor = Losses.crossEntropy(moment.logits(), moment.chosen(), share(1.0 / rows, advantage));
    Var critic = Losses.squaredError(moment.value(), returned, share(0.5 / rows, moment.alive()));
    Var trying =
        Losses.crossEntropy(moment.logits(), equal, share(CURIOSITY / rows, moment.alive()));
    return actor.plus(critic).plus(trying);
  }

  private static DMatrixRMaj share(double factor, DMatrixRMaj of) {
    DMatrixRMaj share = of.copy();
    CommonOps_DDRM.scale(factor, share);
    return share;
  }
}
