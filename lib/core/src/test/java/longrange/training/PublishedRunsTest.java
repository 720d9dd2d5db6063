package longrange.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import longrange.autodiff.Tape;
import longrange.cells.CellKind;
import longrange.cells.Gru;
import longrange.cells.Paths;
import longrange.models.Model;
import longrange.models.RecurrentNetwork;
import longrange.tasks.AddingProblem;
import longrange.tasks.CopyMemory;
import longrange.tasks.EmbeddedReber;
import longrange.tasks.Example;
import longrange.tasks.NoiseFreeLag;
import longrange.tasks.TemporalOrder;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Results of the literature, small enough for minutes on one processor core. Each prints its
/// figures beside the published ones, and holds only what was seen in every seed tried: with
/// another optimiser and other sizes than the papers', the figures themselves are our own.
///
/// All are trained with Adam along the whole sequence, 32 sequences a step at a learning rate of
/// 0.01 where nothing else is said.
@EnabledIfSystemProperty(named = "longrange.slow", matches = "true")
class PublishedRunsTest {
  private static final CellKind LSTM = new CellKind.Lstm(1);
  private static final CellKind GRU =
      new CellKind.Gru(Gru.Update.Z_REPLACES, Gru.Reset.BEFORE_PRODUCT, -2);

  private static History run(RunConfig config) {
    History history = Trainer.of(config.withLearningRate(0.01)).run();
    print(history.toString());
    return history;
  }

  private static void print(String line) {
    System.out.println(line);
  }

  /// Adding over 100 numbers, 8 units. Hochreiter and Schmidhuber (1997, table 7): an LSTM of 93
  /// weights after 74,000 sequences; Bai et al. (2018, over 600): LSTM 0.164, GRU 5.3e-5, RNN
  /// 0.177. Seen here after 48,000 sequences, seed 0, 0.167 without memory: LSTM 0.0021, GRU
  /// 0.00019, an orthogonal network 0.169.
  @Test
  void gatesAddOverAHundredStepsAndAPlainNetworkDoesNot() {
    assertTrue(run(adding(LSTM, 8).withSeed(0)).freshLoss() < 0.05);
    assertTrue(run(adding(GRU, 8).withSeed(0)).freshLoss() < 0.05);
    assertTrue(run(adding(new CellKind.Orthogonal(), 8).withSeed(0)).freshLoss() > 0.1);
  }

  /// Le et al. (2015) find their identity network comparable to an LSTM; others find it unstable.
  /// Seen here, 16 units, seeds 0 and 1: 0.164 and 0.160 after 48,000 sequences, at a learning rate
  /// of 0.003: not learned. So nothing of its training is graded.
  @Test
  void anIdentityNetworkOverAHundredStepsIsPrintedOnly() {
    for (int seed = 0; seed < 2; seed++) {
      RunConfig config = adding(new CellKind.Identity(), 16).withSeed(seed);
      History history = Trainer.of(config.withLearningRate(0.003)).run();
      print(history.toString());
      assertTrue(Double.isFinite(history.freshLoss()));
    }
  }

  private static RunConfig adding(CellKind kind, int units) {
    return RunConfig.of(new AddingProblem(100), new RecurrentNetwork(kind, units)).withSteps(1500);
  }

  /// Three marks among a hundred symbols. Hochreiter and Schmidhuber (1997): LSTM, 31,390
  /// sequences. Seen here, 12 units, 12,800 sequences, seed 0, every class right: an LSTM with
  /// chrono biases 0.0028, a GRU 0.0031. (An LSTM with the forget bias 1 had learned nothing after
  /// 32,000: 2.084.)
  @Test
  void longTimeScalesAtTheStartSolveTheTemporalOrder() {
    for (CellKind kind : List.of(new CellKind.ChronoLstm(100), GRU)) {
      TemporalOrder task = new TemporalOrder(100, 3);
      RunConfig config = RunConfig.of(task, new RecurrentNetwork(kind, 12)).withSteps(800);
      History history = run(config.withBatch(16).withSeed(0));
      double accuracy = history.model().accuracy(task.batch(500, new Random(99)));
      print("right: %.3f".formatted(accuracy));
      assertTrue(accuracy > 0.95, "right: " + accuracy);
    }
  }

  /// One symbol kept over 50 noise-free steps. Hochreiter and Schmidhuber (1997, table 2, over
  /// 100): LSTM 5,040 sequences in 18 of 18 runs, backpropagation through time never. With the mean
  /// over all answers as loss, of which the last is one in 50, and Adam we did not see it learned:
  /// 0.0139 is the loss of knowing all but the symbol, and after 6,000 sequences, 16 units, seed 0,
  /// LSTM left 0.0147, with chrono biases 0.0152, the cell of 1997 0.0157, a GRU 0.0156. Over 10
  /// steps an orthogonal network learned it in one of two seeds, an LSTM in none.
  @Test
  void aSymbolOverFiftyStepsIsPrintedOnly() {
    NoiseFreeLag task = new NoiseFreeLag(50);
    RunConfig config = RunConfig.of(task, new RecurrentNetwork(LSTM, 16)).withSteps(1500);
    double loss = run(config.withBatch(4).withSeed(0)).freshLoss();
    assertTrue(loss < 1.2 * task.baseline(), "not even the other answers: " + loss);
  }

  /// Embedded Reber strings, 16 units. Hochreiter and Schmidhuber (1997, table 1): LSTM 8,440
  /// strings, an Elman network of 15 units none of its runs within 200,000. Seen here after 48,000,
  /// seeds 0 to 2, the floor being 0.4411: LSTM 0.442 to 0.445, every key right; and an orthogonal
  /// network 0.446 to 0.448, every key right as well. With today's start and optimiser a plain
  /// network can do it.
  @Test
  void anLstmKnowsTheKeyOfAnEmbeddedReberString() {
    EmbeddedReber task = new EmbeddedReber();
    for (CellKind kind : List.of(LSTM, new CellKind.Orthogonal())) {
      RunConfig config = RunConfig.of(task, new RecurrentNetwork(kind, 16)).withSteps(1500);
      double keys = keys(run(config.withSeed(0)).model(), task, 200);
      print("keys right: %.3f".formatted(keys));
      assertTrue(keys > 0.95, "keys right: " + keys);
    }
  }

  /// Streams of 20 strings, 16 units, 8,000 streams in batches of 8; then read on streams of 200.
  /// Gers et al. (2000): the forget gate is needed. Seen here, seeds 0 to 2, keys right in the long
  /// streams: with the forget gate 1.00 each; the cell of 1997 along all paths 0.51, 0.59, 0.52,
  /// and along its direct path 0.62, 0.50, 0.57. (On streams of 8 strings the cell of 1997 learned
  /// it in two of three seeds.)
  @Test
  void aStreamWithoutMarksNeedsAForgetGate() {
    double with = continual(LSTM);
    double without = continual(new CellKind.FirstLstm(Paths.TOTAL));
    print("keys right: %.3f with a forget gate, %.3f without".formatted(with, without));
    assertTrue(with > 0.95 && without < 0.8);
  }

  private static double continual(CellKind kind) {
    EmbeddedReber task = new EmbeddedReber(20);
    RunConfig config = RunConfig.of(task, new RecurrentNetwork(kind, 16)).withSteps(1000);
    return keys(run(config.withBatch(8).withSeed(0)).model(), new EmbeddedReber(200), 10);
  }

  /// The share of the second keys that are likelier than the other one: those between the E of the
  /// inner string and the E of the outer.
  private static double keys(Model model, EmbeddedReber task, int sequences) {
    int t = 1;
    int p = 2;
    int e = 6;
    Random random = new Random(99);
    List<Example> examples =
        IntStream.range(0, sequences).mapToObj(i -> task.example(random)).toList();
    var answers = model.answers(Tape.frozen(), task.batch(examples));
    int all = 0;
    int right = 0;
    for (int row = 0; row < sequences; row++) {
      List<Integer> read = examples.get(row).read();
      List<Integer> next = examples.get(row).answers();
      for (int i = 1; i < read.size(); i++) {
        boolean last = i + 1 == next.size();
        if (read.get(i) == e && next.get(i) != e && !last && next.get(i + 1) == e) {
          DMatrixRMaj logits = answers.get(i).value();
          int key = next.get(i);
          all++;
          right += logits.get(row, key) > logits.get(row, key == t ? p : t) ? 1 : 0;
        }
      }
    }
    return right / (double) all;
  }

  /// Bai et al. (2018, over 1000): LSTM 0.0204, GRU 0.0197 and RNN 0.0202, where remembering
  /// nothing costs 0.0204. Seen here over 100, 16 units, 19,200 sequences, seed 0, where it costs
  /// 0.1733: LSTM 0.1741, GRU 0.1691, Elman 0.1740, orthogonal 0.1737.
  @Test
  void noRecurrentNetworkCopiesMuchBetterThanWithoutMemory() {
    CopyMemory task = CopyMemory.of(100);
    for (CellKind kind : List.of(LSTM, GRU, new CellKind.Elman(), new CellKind.Orthogonal())) {
      RunConfig config = RunConfig.of(task, new RecurrentNetwork(kind, 16)).withSteps(600);
      double loss = run(config.withSeed(0)).freshLoss();
      assertTrue(loss > 0.9 * task.baseline(), "loss " + loss);
    }
  }
}
