package longrange.models;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.CellKind;
import longrange.cells.Gru;
import longrange.cells.Paths;
import longrange.tasks.AddingProblem;
import longrange.tasks.AgreementGrammar;
import longrange.tasks.AgreementSentence;
import longrange.tasks.Captions;
import longrange.tasks.NegatedSentiment;
import longrange.tasks.Reversal;
import longrange.tasks.Tagging;
import longrange.tasks.Task;
import longrange.tasks.Template;
import longrange.tasks.Translation;
import longrange.training.History;
import longrange.training.RunConfig;
import longrange.training.Trainer;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each model on a task on which no answer without memory succeeds: learned from 400 batches of 32
/// at a learning rate of 0.01, it pays less than a third of the best such answer, in four of five
/// seeds. The first seed is always run, all five with `-Dlongrange.slow=true`.
///
/// Fresh losses seen here, seeds 0 to 4, on the adding problem of ten numbers (0.167 without
/// memory), 16 units: orthogonal 0.013 to 0.040, Jordan 0.015 to 0.051, layer norm 0.012 to 0.078,
/// a shortcut of five steps 0.006 to 0.020, LSTM 0.001 to 0.003, with chrono biases 0.002 to 0.003,
/// the first LSTM along its direct path 0.003 to 0.004, a GRU with z that replaces 0.0004 to
/// 0.0005, with z that keeps 0.0004 to 0.0009, an orthogonal network on top of an LSTM 0.0005 to
/// 0.006. An Elman network with weights drawn as usual and the identity network are not reliable
/// there, 0.024 to 0.14 and 0.017 to 0.10; they have five numbers, of which the first makes 0.013
/// to 0.036 and the second 0.001 to 0.016. Captions (1.28 without memory) by an Elman network 0.007
/// to 0.012, a translation of three words (1.99) by an encoder and a decoder 0.008 to 0.046,
/// negated judgements among eight words (0.69) by a GRU on embedded words 0.0002 to 0.0004.
class ModelsLearnTest {
  private static final int SEEDS = Boolean.getBoolean("longrange.slow") ? 5 : 1;

  /// What is to be learned, and by whom.
  record Lesson(Task task, Architecture model) {
    double loss(int seed) {
      return run(seed).freshLoss();
    }

    History run(int seed) {
      RunConfig config = RunConfig.of(task, model).withSeed(seed);
      return Trainer.of(config.withSteps(400).withLearningRate(0.01)).run();
    }
  }

  static Stream<Lesson> lessons() {
    CellKind gru = new CellKind.Gru(Gru.Update.Z_REPLACES, Gru.Reset.BEFORE_PRODUCT, 0);
    Stream<Lesson> cells =
        Stream.of(
                new CellKind.Orthogonal(),
                new CellKind.Jordan(),
                new CellKind.LayerNormed(),
                new CellKind.Skip(5),
                new CellKind.Lstm(1),
                new CellKind.ChronoLstm(10),
                new CellKind.FirstLstm(Paths.DIRECT),
                gru,
                new CellKind.Gru(Gru.Update.Z_KEEPS, Gru.Reset.AFTER_PRODUCT, 0),
                new CellKind.Stack(List.of(new CellKind.Lstm(1), new CellKind.Orthogonal())))
            .map(kind -> new Lesson(new AddingProblem(10), new RecurrentNetwork(kind, 16)));
    return Stream.concat(
        cells,
        Stream.of(
            new Lesson(new AddingProblem(5), new RecurrentNetwork(new CellKind.Elman(), 16)),
            new Lesson(new AddingProblem(5), new RecurrentNetwork(new CellKind.Identity(), 16)),
            new Lesson(new Captions(), new RecurrentNetwork(new CellKind.Elman(), 16)),
            new Lesson(new Translation(3), new EncoderDecoderNetwork(new CellKind.Lstm(1), 32)),
            new Lesson(new NegatedSentiment(8), new EmbeddedNetwork(4, gru, 16))));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void itPaysLessThanAThirdOfTheBestAnswerWithoutMemory(Lesson lesson) {
    double[] losses = losses(lesson);
    long learned = Arrays.stream(losses).filter(loss -> loss < lesson.task.baseline() / 3).count();
    assertTrue(learned >= 0.8 * SEEDS, Arrays.toString(losses));
  }

  /// Half of the tags of a name or a verb are decided by the next word: who reads forward only pays
  /// 0.173. Seen here: 0.17 to 0.18 forward, below 0.003 with both directions.
  @Test
  void onlyABidirectionalModelKnowsTheNextWord() {
    CellKind plain = new CellKind.Orthogonal();
    Tagging task = new Tagging(3);
    for (double loss : losses(new Lesson(task, new RecurrentNetwork(plain, 16)))) {
      assertTrue(loss > 0.95 * task.floorReadingForward(), "forward: " + loss);
    }
    for (double loss : losses(new Lesson(task, new BidirectionalNetwork(plain, 8)))) {
      assertTrue(loss < 0.1 * task.floorReadingForward(), "both: " + loss);
    }
  }

  /// A word of four letters backwards, read by its own answers. Seen here: every word right in all
  /// seeds.
  @Test
  void anEncoderDecoderReadsItsOwnAnswers() {
    Reversal task = new Reversal(4, 4);
    Lesson lesson = new Lesson(task, new EncoderDecoderNetwork(new CellKind.Lstm(1), 32));
    for (int seed = 0; seed < SEEDS; seed++) {
      EncoderDecoder model = (EncoderDecoder) lesson.run(seed).model();
      double faultless = model.faultless(task.batch(300, new Random(seed)));
      assertTrue(faultless > 0.9, "seed " + seed + ": " + faultless);
    }
  }

  /// "the cats that the dog that the birds see sees are old", with one noun between or two. Where
  /// the noun nearest to the verb has the other number, whoever goes by it, or by the word before,
  /// is never right. Seen here, of 159 sentences with an attractor: every one in seeds 0 to 3, all
  /// but six in seed 4.
  @Test
  void anLstmIsNotAttracted() {
    var task = new AgreementGrammar(EnumSet.of(Template.OBJECT_RELATIVE), 2, false);
    Lesson lesson = new Lesson(task, new EmbeddedNetwork(8, new CellKind.Lstm(1), 16));
    long solved =
        IntStream.range(0, SEEDS)
            .filter(seed -> unattracted(lesson.run(seed).model(), task))
            .count();
    assertTrue(solved >= 0.8 * SEEDS, solved + " of " + SEEDS + " seeds");
  }

  private static boolean unattracted(Model model, AgreementGrammar task) {
    Random random = new Random(5);
    List<AgreementSentence> sentences =
        Stream.generate(() -> task.sentence(random)).limit(600).toList();
    List<DMatrixRMaj> answers =
        model
            .answers(
                Tape.frozen(),
                task.batch(sentences.stream().map(AgreementSentence::example).toList()))
            .stream()
            .map(Var::value)
            .toList();
    List<Integer> attracting =
        IntStream.range(0, 600)
            .filter(row -> !sentences.get(row).nearestNounAgrees())
            .boxed()
            .toList();
    long right =
        attracting.stream().filter(row -> sentences.get(row).isUnderstood(answers, row)).count();
    return right > 0.9 * attracting.size();
  }

  private static double[] losses(Lesson lesson) {
    return IntStream.range(0, SEEDS).parallel().mapToDouble(lesson::loss).toArray();
  }
}
