package longrange.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import longrange.tasks.TMaze.Action;
import org.junit.jupiter.api.Test;

class TMazeTest {
  private static final String NORTH_CUE = "[0.0, 1.0, 1.0]";
  private static final String SOUTH_CUE = "[1.0, 1.0, 0.0]";
  private static final String CORRIDOR = "[1.0, 0.0, 1.0]";
  private static final String JUNCTION = "[0.0, 1.0, 0.0]";

  private static final List<Action> ACTIONS = List.of(Action.values());

  private static String seen(TMaze.Episode episode) {
    return Arrays.toString(episode.observation().data);
  }

  /// An episode with the goal that this cue tells.
  private static TMaze.Episode withCue(TMaze maze, String cue) {
    Random random = new Random(1);
    TMaze.Episode episode = maze.start(random);
    while (!seen(episode).equals(cue)) {
      episode = maze.start(random);
    }
    return episode;
  }

  private static double play(TMaze.Episode episode, Function<String, Action> policy) {
    double sum = 0;
    while (!episode.over()) {
      sum += episode.act(policy.apply(seen(episode)));
    }
    return sum;
  }

  /// All 4⁴ ways to choose an action for each of the four things that can be seen.
  @Test
  void noAgentWithoutMemoryDoesBetterThanTheBaselineAndOneDoesAsWell() {
    TMaze maze = new TMaze(3);
    List<String> sights = List.of(NORTH_CUE, SOUTH_CUE, CORRIDOR, JUNCTION);
    double best =
        IntStream.range(0, 256)
            .mapToDouble(code -> {
              Function<String, Action> policy =
                  seen -> ACTIONS.get(code / (int) Math.pow(4, sights.indexOf(seen)) % 4);
              double north = play(withCue(maze, NORTH_CUE), policy);
              double south = play(withCue(maze, SOUTH_CUE), policy);
              return (north + south) / 2;
            })
            .max()
            .orElseThrow();
    assertEquals(maze.baseline(), best, 1e-12);
  }

  @Test
  void whoRemembersTheCueGetsTheOptimum() {
    TMaze maze = new TMaze(5);
    for (String cue : List.of(NORTH_CUE, SOUTH_CUE)) {
      Action turn = cue.equals(NORTH_CUE) ? Action.NORTH : Action.SOUTH;
      double sum = play(withCue(maze, cue), seen -> seen.equals(JUNCTION) ? turn : Action.EAST);
      assertEquals(maze.optimum(), sum);
    }
  }

  @Test
  void theCueIsSeenAtTheStartOnlyAndTheJunctionAfterTheCorridor() {
    TMaze.Episode episode = withCue(new TMaze(3), SOUTH_CUE);
    for (String expected : List.of(SOUTH_CUE, CORRIDOR, CORRIDOR, JUNCTION)) {
      assertEquals(expected, seen(episode));
      episode.act(Action.EAST);
    }
    episode.act(Action.WEST);
    assertEquals(CORRIDOR, seen(episode));
  }

  @Test
  void runningIntoAWallCostsATenthAndLeadsNowhere() {
    TMaze.Episode episode = withCue(new TMaze(1), NORTH_CUE);
    assertEquals(-0.1, episode.act(Action.WEST));
    assertEquals(-0.1, episode.act(Action.NORTH));
    assertEquals(NORTH_CUE, seen(episode));
    assertEquals(0, episode.act(Action.EAST));
    assertEquals(-0.1, episode.act(Action.EAST));
    assertEquals(JUNCTION, seen(episode));
  }

  @Test
  void anEpisodeEndsInAnArmOrWithoutPatience() {
    TMaze.Episode episode = withCue(new TMaze(1), NORTH_CUE);
    episode.act(Action.EAST);
    assertEquals(-0.1, episode.act(Action.SOUTH));
    var error = assertThrows(IllegalStateException.class, () -> episode.act(Action.EAST));
    assertEquals("the episode is over: start another", error.getMessage());
    assertEquals(-2, play(withCue(new TMaze(1), NORTH_CUE), seen -> Action.WEST), 1e-12);
  }

  @Test
  void bothGoalsAreAsLikely() {
    Random random = new Random(1);
    TMaze maze = new TMaze(2);
    long north =
        IntStream.range(0, 1000).filter(i -> seen(maze.start(random)).equals(NORTH_CUE)).count();
    assertEquals(500.0, (double) north, 4 * Math.sqrt(250));
  }
}
