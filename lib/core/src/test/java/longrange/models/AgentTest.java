package longrange.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import longrange.autodiff.Tape;
import longrange.cells.CellKind;
import longrange.cells.Rnn;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.tasks.TMaze;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class AgentTest {
  private static final TMaze SHORT = new TMaze(1);

  /// Its logits are these whatever it sees: north, east, south, west.
  private static Agent always(double... logits) {
    Rnn blind = Rnn.fromColumns(new DMatrixRMaj(2, 2), new DMatrixRMaj(2, 3), 0, 0);
    Readout actor = new Readout(new DMatrixRMaj(2, 4), Matrices.row(logits));
    return new Agent(blind, actor, new Readout(new DMatrixRMaj(2, 1), Matrices.row(7)));
  }

  /// Of corridor 1 the first step east leads to the junction, and 19 more run into the wall there.
  @Test
  void whoAlwaysGoesEastRunsIntoTheWallToTheEnd() {
    Agent east = always(0, 1000, 0, 0);
    List<Agent.Moment> moments = east.play(Tape.frozen(), SHORT, 2, new Random(1));
    assertEquals(20, moments.size());
    assertEquals(-1.9, east.meanReward(SHORT, 5, new Random(1)), 1e-12);
    Agree.within(0, Matrices.repeated(Matrices.row(0, 1, 0, 0), 2), moments.get(3).chosen());
    Agree.within(0, Matrices.repeated(Matrices.row(7), 2), moments.get(3).value().value());
  }

  /// e³ against 1: of 2000 first steps 0.87 go east, the others share the rest.
  @Test
  void actionsAreDrawnAsLikelyAsTheActorSays() {
    Agent mostlyEast = always(0, 3, 0, 0);
    Agent.Moment first = mostlyEast.play(Tape.frozen(), SHORT, 2000, new Random(2)).getFirst();
    DMatrixRMaj counts = CommonOps_DDRM.sumCols(first.chosen(), null);
    double east = Math.exp(3) / (Math.exp(3) + 3);
    for (int action = 0; action < 4; action++) {
      double p = action == 1 ? east : (1 - east) / 3;
      assertEquals(2000 * p, counts.get(action), 4 * Math.sqrt(2000 * p * (1 - p)));
    }
  }

  /// From its end on an episode has no action and no reward; before it, one action each.
  @Test
  void anEpisodeThatIsOverIsLeftAlone() {
    List<Agent.Moment> moments =
        always(0, 0, 0, 0).play(Tape.frozen(), new TMaze(2), 50, new Random(3));
    DMatrixRMaj before = new DMatrixRMaj(50, 1);
    CommonOps_DDRM.fill(before, 1);
    for (Agent.Moment moment : moments) {
      Agree.within(0, moment.alive(), CommonOps_DDRM.sumRows(moment.chosen(), null));
      for (int row = 0; row < 50; row++) {
        double alive = moment.alive().get(row);
        assertTrue(alive <= before.get(row), "an episode went on after its end");
        assertTrue(alive == 1 || moment.rewards().get(row) == 0, "a reward after the end");
      }
      before = moment.alive();
    }
    assertTrue(CommonOps_DDRM.elementMin(before) == 0 && CommonOps_DDRM.elementMax(before) == 1);
  }

  /// The agent of the first row sees what it would see alone.
  @Test
  void whatIsSeenGoesThroughTheStateToActorAndCritic() {
    Agent agent = Agent.seeded(new CellKind.Lstm(1), 3, new Random(4));
    assertEquals(4 * 3 * (3 + 3 + 1) + 3 * 4 + 4 + 3 + 1, count(agent));
    Agent.Moment moment = agent.play(Tape.frozen(), SHORT, 1, new Random(5)).getFirst();
    Random same = new Random(5);
    DMatrixRMaj seen = SHORT.start(same).observation();
    DMatrixRMaj state = agent.cell().states(List.of(seen), new DMatrixRMaj(1, 6)).getLast();
    DMatrixRMaj h = Matrices.columns(state, 0, 3);
    DMatrixRMaj logits = Matrices.product(h, agent.actor().v());
    Agree.within(1e-15, logits, moment.logits().value());
    Agree.within(1e-15, Matrices.product(h, agent.critic().v()), moment.value().value());
  }

  private static int count(Agent agent) {
    return agent.parameters().stream().mapToInt(DMatrixRMaj::getNumElements).sum();
  }
}
