package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import longrange.cells.CellKind;
import longrange.models.RecurrentNetwork;
import longrange.tasks.AddingProblem;
import longrange.training.History;
import longrange.training.RunConfig;
import longrange.training.Trainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static final RunConfig SHORT =
      RunConfig.of(new AddingProblem(5), new RecurrentNetwork(new CellKind.Elman(), 4))
          .withSteps(30);
  private final List<View> shown = new ArrayList<>();

  @BeforeEach
  void listen() {
    Screen.CURRENT.set(new Recorder(shown));
  }

  @AfterEach
  void stopListening() {
    Screen.CURRENT.set(new Screen.Terminal());
    Thread.interrupted();
  }

  @Test
  void watchingATrainingDoesNotChangeIt() {
    assertArrayEquals(Trainer.of(SHORT).run().losses(), Notebook.train(SHORT).losses());
  }

  @Test
  void itEndsWithWhatWasReachedAgainstWhatIsKnown() {
    History history = Notebook.train(SHORT, 1e-9);
    String text = shown.getLast().text();
    assertTrue(text.startsWith("After 30 steps the loss on fresh sequences is "), text);
    assertTrue(text.contains(Numbers.plain(history.freshLoss())), text);
    assertTrue(text.contains("Level without memory 0.1667 at 0.1667."), text);
    assertTrue(text.contains("Level solved 1·10⁻⁹"), text);
  }

  @Test
  void anInterruptEndsItAndIsStillThereAfterwards() {
    Thread.currentThread().interrupt();
    History history = Notebook.train(SHORT);
    assertEquals(0, history.steps().size());
    assertTrue(Thread.interrupted(), "whoever interrupted is told so");
    assertTrue(shown.getLast().text().startsWith("Stopped after 0 steps"));
  }

  @Test
  void theCurveIsTheMeanOfTheLastTwentyFiveLosses() {
    double[] ramp = new double[50];
    for (int i = 0; i < 50; i++) ramp[i] = i;
    double[] smooth = Training.smooth(ramp);
    assertEquals(0, smooth[0]);
    assertEquals(5, smooth[10], 1e-12);
    assertEquals(37, smooth[49], 1e-12);
  }
}
