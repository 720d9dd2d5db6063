package longrange.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import longrange.autodiff.GradientCheck;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Activation;
import longrange.cells.CellKind;
import longrange.cells.Layer;
import longrange.cells.Lstm;
import longrange.cells.Rnn;
import longrange.cells.Run;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import longrange.probes.JacobianProbe;
import longrange.probes.Jacobians;
import longrange.tasks.AddingProblem;
import longrange.tasks.Batch;
import longrange.tasks.Loss;
import longrange.tasks.Target;
import longrange.training.RunConfig;
import longrange.training.Trainer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;

class SequenceModelTest {
  private final Random random = new Random(5);

  /// One linear unit that adds up, `h' = h + x`, and the answer `2h + 1`.
  @Test
  void anAnswerIsReadFromTheOutputAtTheTimeOfItsQuestion() {
    var model = new SequenceModel(sum(), readout(2, 1));
    List<DMatrixRMaj> inputs = List.of(Matrices.row(3), Matrices.row(4));
    Target early = Target.toAll(0, Matrices.row(6));
    Target late = Target.toAll(1, Matrices.row(13));
    Batch batch = new Batch(inputs, List.of(early, late), Loss.SQUARED_ERROR);
    List<Var> answers = model.answers(Tape.frozen(), batch);
    Agree.within(0, Matrices.row(7), answers.getFirst().value());
    Agree.within(0, Matrices.row(15), answers.getLast().value());
    assertEquals((1 + 4) / 2.0, model.loss(batch), 1e-15);
  }

  /// What stands in the row of a sequence that is not asked means nothing, and costs nothing.
  @Test
  void aSequenceThatIsNotAskedCostsNothing() {
    var model = new SequenceModel(sum(), readout(1, 0));
    List<DMatrixRMaj> inputs = List.of(column(1, 2));
    Target asked = new Target(0, column(4, 1000), column(1, 0));
    Batch batch = new Batch(inputs, List.of(asked), Loss.SQUARED_ERROR);
    assertEquals(9, model.loss(batch));
    assertEquals(9, model.loss(Tape.frozen(), batch).value().get(0));
  }

  /// The right class has the largest logit in one of two sequences.
  @Test
  void theAccuracyIsTheShareOfRightClasses() {
    var zero =
        new Rnn(new DMatrixRMaj(1, 1), new DMatrixRMaj(1, 1), Matrices.row(0), Activation.TANH);
    var readout = new Readout(new DMatrixRMaj(1, 2), Matrices.row(0, 1));
    var model = new SequenceModel(zero, readout);
    DMatrixRMaj classes = Matrices.of(new double[][] {{0, 1}, {1, 0}});
    Batch batch =
        new Batch(List.of(column(0, 0)), List.of(Target.toAll(0, classes)), Loss.CROSS_ENTROPY);
    assertEquals(0.5, model.accuracy(batch));
    // -log of the shares 1/(1+e) and e/(1+e).
    assertEquals(Math.log(1 + Math.E) - 0.5, model.loss(batch), 1e-15);
  }

  /// The figure that min-char-rnn prints first: 25 letters at `ln V`, with V = 65 that is 104.36.
  /// With its small weights every letter is as likely; here the readout is zero.
  @Test
  void aLanguageModelThatKnowsNothingPaysTheLogarithmOfItsAlphabet() {
    CharTokens tokens =
        CharTokens.of(
            IntStream.range(32, 97).mapToObj(Character::toString).collect(Collectors.joining()));
    Rnn rnn = Rnn.seeded(tokens.size(), 8, random);
    var model = new SequenceModel(rnn, new Readout(new DMatrixRMaj(8, 65), new DMatrixRMaj(1, 65)));
    int[] text = tokens.encoded("THE PATTERN AT POSITION 50");
    List<DMatrixRMaj> letters = IntStream.of(text).mapToObj(k -> hot(k, 65)).toList();
    List<Target> next =
        IntStream.range(0, 25).mapToObj(t -> Target.toAll(t, letters.get(t + 1))).toList();
    Batch batch = new Batch(letters.subList(0, 25), next, Loss.CROSS_ENTROPY);
    assertEquals(104.36, 25 * model.loss(batch), 0.005);
  }

  private static DMatrixRMaj hot(int symbol, int symbols) {
    DMatrixRMaj hot = new DMatrixRMaj(1, symbols);
    hot.set(symbol, 1);
    return hot;
  }

  /// D = H = 64, V = 50: claims on parameter counts, with their readout.
  @Test
  void aModelHasTheParametersOfItsLayerAndOfItsReadout() {
    Model lstm = new RecurrentNetwork(new CellKind.Lstm(1), 64).seeded(64, 50, random);
    assertEquals(33_024 + 64 * 50 + 50, lstm.parameterCount());
    Model both = new BidirectionalNetwork(new CellKind.Elman(), 64).seeded(64, 50, random);
    assertEquals(2 * 8_256 + 128 * 50 + 50, both.parameterCount());
    Model embedded = new EmbeddedNetwork(8, new CellKind.Elman(), 64).seeded(64, 50, random);
    assertEquals(64 * 8 + 64 * (8 + 64 + 1) + 64 * 50 + 50, embedded.parameterCount());
    Model translator = new EncoderDecoderNetwork(new CellKind.Elman(), 64).seeded(64, 50, random);
    int decoder = 64 * (50 + 64 + 1);
    assertEquals(8_256 + decoder + 64 * 50 + 50, translator.parameterCount());
  }

  /// T = 10 steps of d = 5 inputs into n = 7 units: n(d + n) each, or four times that.
  @Test
  void theMultiplicationsOfALayerFollowTheirFormulas() {
    Rnn rnn = Rnn.seeded(5, 7, random);
    Lstm lstm = Lstm.seeded(3, 7, random);
    Embedding embedding = Embedding.seeded(5, 3, random);
    assertEquals(10 * 7 * (5 + 7), rnn.multiplications(10));
    assertEquals(10 * 5 * 3, embedding.multiplications(10));
    assertEquals(10 * (5 * 3 + 4 * 7 * (3 + 7)), Chain.of(embedding, lstm).multiplications(10));
    Bidirectional both = new Bidirectional(Rnn.seeded(5, 7, random), Lstm.seeded(5, 2, random));
    assertEquals(10 * (7 * (5 + 7) + 4 * 2 * (5 + 2)), both.multiplications(10));
  }

  @Test
  void aRecurrentLayerDoesNotSeeWhatComesLater() {
    Layer layer = Lstm.seeded(2, 3, random);
    assertEquals(List.of(false, false, true, true), changedBy(layer, 2));
  }

  @Test
  void aBidirectionalLayerSeesPastAndFuture() {
    Layer layer = new Bidirectional(Rnn.seeded(2, 3, random), Lstm.seeded(2, 4, random));
    assertEquals(List.of(true, true, true, true), changedBy(layer, 2));
    assertEquals(7, layer.outputSize());
  }

  /// At which of four times the output changes when one input does.
  private List<Boolean> changedBy(Layer layer, int time) {
    List<DMatrixRMaj> inputs = Sequences.gaussian(4, 1, 2, 1, random);
    List<DMatrixRMaj> before = run(layer, inputs);
    CommonOps_DDRM.add(inputs.get(time), 1);
    List<DMatrixRMaj> after = run(layer, inputs);
    return List.of(0, 1, 2, 3).stream()
        .map(t -> CommonOps_DDRM.subtract(before.get(t), after.get(t), null))
        .map(difference -> CommonOps_DDRM.elementMaxAbs(difference) > 0)
        .toList();
  }

  /// With one cell for both directions a palindrome is read alike from both ends.
  @Test
  void onAPalindromeBothDirectionsAgree() {
    Rnn rnn = Rnn.seeded(2, 3, random);
    List<DMatrixRMaj> half = Sequences.gaussian(2, 1, 2, 1, random);
    List<DMatrixRMaj> palindrome = List.of(half.get(0), half.get(1), half.get(1), half.get(0));
    List<DMatrixRMaj> outputs = run(new Bidirectional(rnn, rnn), palindrome);
    for (int t = 0; t < 4; t++) {
      DMatrixRMaj forward = Matrices.columns(outputs.get(t), 0, 3);
      DMatrixRMaj backward = Matrices.columns(outputs.get(3 - t), 3, 6);
      Agree.within(1e-15, forward, backward);
    }
    DMatrixRMaj first = Matrices.columns(outputs.get(0), 0, 3);
    assertTrue(
        CommonOps_DDRM.elementMaxAbs(
                CommonOps_DDRM.subtract(first, Matrices.columns(outputs.get(3), 0, 3), null))
            > 0.01);
  }

  /// At the last time the backward cell has seen one input, the last.
  @Test
  void theBackwardCellBeginsAtTheEnd() {
    List<DMatrixRMaj> outputs =
        run(new Bidirectional(sum(), sum()), List.of(Matrices.row(1), Matrices.row(10)));
    Agree.within(0, Matrices.row(1, 11), outputs.get(0));
    Agree.within(0, Matrices.row(11, 10), outputs.get(1));
  }

  /// The exact `∂s_T/∂s_{T-k}` of a trained model on an input, for all k, is one line.
  @Test
  void theJacobiansOfATrainedModelAreOneLine() {
    RunConfig config =
        RunConfig.of(new AddingProblem(5), new RecurrentNetwork(new CellKind.Lstm(1), 4));
    var model = (SequenceModel) Trainer.of(config.withSteps(3)).run().model();
    List<DMatrixRMaj> inputs = Sequences.gaussian(5, 1, 2, 1, random);
    Jacobians jacobians = JacobianProbe.of(model.cell()).run(inputs, model.zeroState(1));
    Batch batch = Batch.atTheEnd(inputs, Matrices.row(0));
    for (int k = 1; k <= 5; k++) {
      int from = 5 - k;
      DMatrixRMaj differences =
          GradientCheck.jacobian(
              s -> model.part(Tape.frozen(), batch, from, 5, s).after(),
              jacobians.states().get(from).copy());
      Agree.within(1e-9, differences, jacobians.matrix(k).toMatrix());
    }
    var twoWays = new BidirectionalNetwork(new CellKind.Lstm(1), 4).seeded(2, 1, random);
    assertRefused(
        "Bidirectional has no state to go on from: only a recurrent layer can read a sequence in"
            + " parts",
        twoWays::cell);
  }

  @Test
  void aRunMayBeCutInTwo() {
    Lstm lstm = Lstm.seeded(2, 3, random);
    Tape tape = Tape.frozen();
    List<Var> inputs = Sequences.gaussian(5, 2, 2, 1, random).stream().map(tape::constant).toList();
    Run whole = lstm.over(inputs);
    Run first = lstm.over(inputs.subList(0, 2));
    Run second = lstm.over(inputs.subList(2, 5), first.last());
    Agree.within(0, whole.last().value(), second.last().value());
  }

  @Test
  void anEmbeddingOfASymbolIsItsRowAndOfNoneIsZero() {
    Embedding embedding = Embedding.seeded(3, 2, random);
    Tape tape = Tape.frozen();
    DMatrixRMaj hot = Matrices.of(new double[][] {{0, 0, 1}, {1, 0, 0}, {0, 0, 0}});
    Var byProduct = embedding.outputs(List.of(tape.constant(hot))).getFirst();
    for (int row = 0; row < 3; row++) {
      DMatrixRMaj expected =
          row == 2
              ? new DMatrixRMaj(1, 2)
              : CommonOps_DDRM.extractRow(embedding.table(), 2 - 2 * row, null);
      Agree.within(0, expected, CommonOps_DDRM.extractRow(byProduct.value(), row, null));
    }
  }

  @Test
  void embeddedSymbolsHaveLengthOneOnAverage() {
    DMatrixRMaj table = Embedding.seeded(500, 8, random).table();
    double meanSquare = Math.pow(NormOps_DDRM.normF(table), 2) / 500;
    assertEquals(1, meanSquare, 4 * Math.sqrt(2.0 / (8 * 500)));
  }

  @Test
  void aChainRunsItsLayersOneAfterTheOther() {
    Embedding embedding = Embedding.seeded(3, 2, random);
    Rnn recurrent = Rnn.seeded(2, 4, random);
    Chain chain = Chain.of(embedding, recurrent);
    List<DMatrixRMaj> inputs = List.of(Matrices.row(0, 1, 0), Matrices.row(1, 0, 0));
    List<DMatrixRMaj> byHand = run(recurrent, run(embedding, inputs));
    List<DMatrixRMaj> chained = run(chain, inputs);
    Agree.within(0, byHand.get(0), chained.get(0));
    Agree.within(0, byHand.get(1), chained.get(1));
    assertEquals(
        List.of(3, 4, 4),
        List.of(chain.inputSize(), chain.outputSize(), chain.parameters().size()));
  }

  @Test
  void whatDoesNotFitIsNamedInOneSentence() {
    Rnn two = Rnn.seeded(2, 4, random);
    Rnn three = Rnn.seeded(3, 4, random);
    assertRefused(
        "V is (3,1): need (4,1)", () -> new SequenceModel(two, Readout.seeded(3, 1, random)));
    assertRefused(
        "c is (1,2): need (1,1)", () -> new Readout(new DMatrixRMaj(3, 1), Matrices.row(0, 0)));
    assertRefused(
        "the forward cell has 2 inputs but the backward cell 3: need as many",
        () -> new Bidirectional(two, three));
    assertRefused(
        "layer 1 has 4 outputs but layer 2 has 3 inputs: need as many", () -> Chain.of(two, three));
    assertRefused("there are no layers: need at least one", Chain::of);
    assertRefused("there are no inputs: need at least one", () -> two.outputs(List.of()));
  }

  private static void assertRefused(String sentence, Runnable act) {
    var error = assertThrows(IllegalArgumentException.class, act::run);
    assertEquals(sentence, error.getMessage());
  }

  private static List<DMatrixRMaj> run(Layer layer, List<DMatrixRMaj> inputs) {
    Tape tape = Tape.frozen();
    return layer.outputs(inputs.stream().map(tape::constant).toList()).stream()
        .map(Var::value)
        .toList();
  }

  private static Rnn sum() {
    return new Rnn(Matrices.row(1), Matrices.row(1), Matrices.row(0), Activation.IDENTITY);
  }

  private static Readout readout(double v, double c) {
    return new Readout(Matrices.row(v), Matrices.row(c));
  }

  private static DMatrixRMaj column(double... entries) {
    return new DMatrixRMaj(entries.length, 1, true, entries);
  }
}
