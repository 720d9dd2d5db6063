package longrange.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Activation;
import longrange.cells.CellKind;
import longrange.cells.Rnn;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import longrange.tasks.Batch;
import longrange.tasks.CopyMemory;
import longrange.tasks.Loss;
import longrange.tasks.Reversal;
import longrange.tasks.Target;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class EncoderDecoderTest {
  private final Random random = new Random(1);

  /// Two classes, no memory: the decoder says 1 after 0, and 0 after 1 and after nothing.
  private static EncoderDecoder alternating() {
    DMatrixRMaj swap = Matrices.of(new double[][] {{0, 1}, {1, 0}});
    Rnn decoder = new Rnn(swap, new DMatrixRMaj(2, 2), Matrices.row(0.5, 0), Activation.IDENTITY);
    Rnn encoder =
        new Rnn(
            new DMatrixRMaj(1, 2), new DMatrixRMaj(2, 2), new DMatrixRMaj(1, 2), Activation.TANH);
    Readout same = new Readout(Matrices.diagonal(1, 1), Matrices.row(0, 0));
    return new EncoderDecoder(encoder, decoder, same);
  }

  @Test
  void whatIsDecodedIsReadAsTheNextInput() {
    List<DMatrixRMaj> source = List.of(Matrices.repeated(Matrices.row(1), 2));
    assertEquals(
        List.of(List.of(0, 1, 0, 1), List.of(0, 1, 0, 1)), alternating().decoded(source, 4));
  }

  /// After the right answers 1, 1 the decoder says 0, 0: had it read its own it would have said 0,
  /// 1.
  @Test
  void underTeacherForcingTheRightAnswerIsReadAsTheNextInput() {
    Target one = Target.toAll(1, Matrices.row(0, 1));
    Target another = Target.toAll(2, Matrices.row(0, 1));
    List<DMatrixRMaj> inputs = List.of(Matrices.row(1), Matrices.row(0), Matrices.row(0));
    Batch batch = new Batch(inputs, List.of(one, another), Loss.CROSS_ENTROPY);
    List<Var> answers = alternating().answers(Tape.frozen(), batch);
    Agree.within(0, Matrices.row(0.5, 0), answers.get(0).value());
    Agree.within(0, Matrices.row(1.5, 0), answers.get(1).value());
  }

  /// A decoder that reads its own answers, and one that is told just these, do the same. Random
  /// weights, large enough that what is read decides.
  @Test
  void decodingIsTeacherForcingByItsOwnAnswers() {
    Model model = new EncoderDecoderNetwork(new CellKind.Lstm(1), 6).seeded(3, 5, random);
    model
        .parameters()
        .forEach(p -> p.setTo(Matrices.gaussian(p.getNumRows(), p.getNumCols(), 2, random)));
    List<DMatrixRMaj> source = Sequences.gaussian(2, 20, 3, 1, random);
    List<List<Integer>> said = ((EncoderDecoder) model).decoded(source, 6);
    List<DMatrixRMaj> inputs = new ArrayList<>(source);
    List<Target> told = new ArrayList<>();
    for (int step = 0; step < 6; step++) {
      DMatrixRMaj classes = new DMatrixRMaj(20, 5);
      for (int row = 0; row < 20; row++) {
        classes.set(row, said.get(row).get(step), 1);
      }
      told.add(Target.toAll(2 + step, classes));
      inputs.add(new DMatrixRMaj(20, 3));
    }
    assertEquals(1, model.accuracy(new Batch(inputs, told, Loss.CROSS_ENTROPY)));
    assertTrue(said.stream().flatMap(List::stream).distinct().count() > 2, said::toString);
  }

  /// The decoder says 0, 1. Of four sequences the first has just these answers, the second another
  /// one at the end, the third is not asked there, and the fourth has another one at the start.
  @Test
  void aSequenceIsFaultlessWhenEveryQuestionToItIsAnsweredRight() {
    DMatrixRMaj zeros = Matrices.of(new double[][] {{1, 0}, {1, 0}, {1, 0}, {0, 1}});
    DMatrixRMaj mixed = Matrices.of(new double[][] {{0, 1}, {1, 0}, {0, 0}, {0, 1}});
    DMatrixRMaj asked = new DMatrixRMaj(new double[][] {{1}, {1}, {0}, {1}});
    List<Target> targets = List.of(Target.toAll(1, zeros), new Target(2, mixed, asked));
    DMatrixRMaj x = new DMatrixRMaj(4, 1);
    Batch batch = new Batch(List.of(x, x, x), targets, Loss.CROSS_ENTROPY);
    assertEquals(0.5, alternating().faultless(batch));
  }

  /// Of Reversal the source is the word, and the blanks after it are not read.
  @Test
  void theSourceIsWhatStandsBeforeTheFirstQuestion() {
    Batch batch = new Reversal(3, 4).batch(2, random);
    assertEquals(batch.inputs().subList(0, 3), EncoderDecoder.source(batch));
  }

  /// The last state of the encoder is all that the decoder gets: two sources with one state have
  /// one answer.
  @Test
  void nothingButTheLastStateReachesTheDecoder() {
    Rnn forgetful =
        new Rnn(
            Matrices.diagonal(1, 1),
            new DMatrixRMaj(2, 2),
            new DMatrixRMaj(1, 2),
            Activation.IDENTITY);
    var model =
        new EncoderDecoder(forgetful, Rnn.seeded(3, 2, random), Readout.seeded(2, 3, random));
    List<DMatrixRMaj> one = List.of(Matrices.row(1, 2), Matrices.row(3, 4));
    List<DMatrixRMaj> other = List.of(Matrices.row(9, 9), Matrices.row(3, 4));
    assertEquals(model.decoded(one, 5), model.decoded(other, 5));
  }

  @Test
  void whatDoesNotFitIsNamedInOneSentence() {
    Rnn two = Rnn.seeded(3, 2, random);
    Rnn four = Rnn.seeded(3, 4, random);
    assertRefused(
        "the encoder's state has 2 columns but the decoder's 4: need as many",
        () -> new EncoderDecoder(two, four, Readout.seeded(4, 3, random)));
    assertRefused(
        "V is (2,4): need (2,3)", () -> new EncoderDecoder(two, two, Readout.seeded(2, 4, random)));
    CopyMemory copy = new CopyMemory(2, 2, 3);
    Model model =
        new EncoderDecoderNetwork(new CellKind.Elman(), 2)
            .seeded(copy.inputSize(), copy.targetSize(), random);
    Batch batch = copy.batch(1, random);
    assertRefused(
        "the batch asks after its first input: need a source to encode before it",
        () -> model.loss(batch));
  }

  private static void assertRefused(String sentence, Runnable act) {
    var error = assertThrows(IllegalArgumentException.class, act::run);
    assertEquals(sentence, error.getMessage());
  }
}
