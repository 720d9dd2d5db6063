package longrange.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import longrange.autodiff.GradientCheck;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.tasks.Batch;
import longrange.tasks.Target;
import longrange.tasks.Task;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every model must hold, whatever it is made of.
class ModelTest {
  private static final String ALL = "longrange.models.ModelSpecimen#all";

  /// The loss on the tape against the plain arithmetic of the task, answer by answer.
  @ParameterizedTest
  @MethodSource(ALL)
  void theLossOnTheTapeIsThatOfTheAnswers(ModelSpecimen specimen) {
    Model model = specimen.model();
    Batch batch = specimen.batch();
    List<Var> answers = model.answers(Tape.frozen(), batch);
    assertEquals(batch.targets().size(), answers.size());
    double plain = batch.lossOf(answers.stream().map(Var::value).toList());
    assertTrue(plain > 0);
    assertEquals(plain, model.loss(Tape.frozen(), batch).value().get(0), 1e-13);
    assertEquals(plain, model.loss(batch), 1e-13);
  }

  /// The error of differences is near 3e-11 times the size of the loss and a few operations more; a
  /// rectifier's states may grow, and its loss with them.
  @ParameterizedTest
  @MethodSource(ALL)
  void theGradientOfEveryParameterEqualsCentralDifferences(ModelSpecimen specimen) {
    Model model = specimen.model();
    Batch batch = specimen.batch();
    double size = Math.max(1, model.loss(batch));
    for (DMatrixRMaj parameter : model.parameters()) {
      if (parameter.getNumElements() <= 40) { // a larger one is made like a smaller one
        double error = GradientCheck.largestError(tape -> model.loss(tape, batch), parameter);
        assertTrue(error < 1e-9 * size, "error %s of %s".formatted(error, size));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("longrange.models.ModelSpecimen#ofOneStep")
  void oneStepOfOneSequenceIsEnough(ModelSpecimen specimen) {
    Model model = specimen.model();
    Batch batch = specimen.task().batch(1, new Random(specimen.seed()));
    for (DMatrixRMaj parameter : model.parameters()) {
      double error = GradientCheck.largestError(tape -> model.loss(tape, batch), parameter);
      assertTrue(error < 1e-9, "error " + error);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyParameterReceivesAGradient(ModelSpecimen specimen) {
    Model model = specimen.model();
    Tape tape = Tape.training();
    tape.backward(model.loss(tape, specimen.batch()));
    for (DMatrixRMaj parameter : model.parameters()) {
      DMatrixRMaj gradient = tape.parameter(parameter).adjoint();
      assertTrue(CommonOps_DDRM.elementMaxAbs(gradient) > 0, () -> "none at " + parameter);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void theSequencesOfABatchDoNotSeeEachOther(ModelSpecimen specimen) {
    Model model = specimen.model();
    Batch batch = specimen.batch();
    List<Var> together = model.answers(Tape.frozen(), batch);
    for (int row = 0; row < batch.size(); row++) {
      List<Var> alone = model.answers(Tape.frozen(), batch.rows(row, row + 1));
      for (int i = 0; i < alone.size(); i++) {
        DMatrixRMaj expected = CommonOps_DDRM.extractRow(together.get(i).value(), row, null);
        Agree.within(1e-14, expected, alone.get(i).value());
      }
    }
  }

  /// All inputs after a question changed: the answer is the same to the last bit.
  @ParameterizedTest
  @MethodSource("longrange.models.ModelSpecimen#causal")
  void anAnswerDoesNotDependOnWhatComesLater(ModelSpecimen specimen) {
    Model model = specimen.model();
    Batch batch = specimen.batch();
    Target asked = batch.targets().get(2);
    Random random = new Random(1);
    List<DMatrixRMaj> changed = new ArrayList<>(batch.inputs());
    for (int t = asked.time() + 1; t < changed.size(); t++) {
      changed.set(t, Matrices.gaussian(3, specimen.task().inputSize(), 1, random));
    }
    Batch other = new Batch(changed, batch.targets(), batch.loss());
    List<Var> before = model.answers(Tape.frozen(), batch);
    List<Var> after = model.answers(Tape.frozen(), other);
    Agree.within(0, before.get(2).value(), after.get(2).value());
    assertTrue(differ(before.getLast().value(), after.getLast().value()));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anInputThatDoesNotFitIsNamedInOneSentence(ModelSpecimen specimen) {
    Batch batch = specimen.batch();
    int d = specimen.task().inputSize();
    List<DMatrixRMaj> wide = batch.inputs().stream().map(x -> new DMatrixRMaj(3, d + 1)).toList();
    Batch wrong = new Batch(wide, batch.targets(), batch.loss());
    Model model = specimen.model();
    var error =
        assertThrows(IllegalArgumentException.class, () -> model.loss(Tape.training(), wrong));
    assertEquals("x is (3,%d): need (3,%d)".formatted(d + 1, d), error.getMessage());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void theSameSeedGivesTheSameModelAndAnotherSeedAnother(ModelSpecimen specimen) {
    List<DMatrixRMaj> first = seeded(specimen, 5);
    List<DMatrixRMaj> again = seeded(specimen, 5);
    List<DMatrixRMaj> other = seeded(specimen, 6);
    for (int i = 0; i < first.size(); i++) {
      Agree.within(0, first.get(i), again.get(i));
    }
    assertTrue(IntStream.range(0, first.size()).anyMatch(i -> differ(first.get(i), other.get(i))));
  }

  private static List<DMatrixRMaj> seeded(ModelSpecimen specimen, long seed) {
    Task task = specimen.task();
    return specimen
        .architecture()
        .seeded(task.inputSize(), task.targetSize(), new Random(seed))
        .parameters();
  }

  private static boolean differ(DMatrixRMaj a, DMatrixRMaj b) {
    return CommonOps_DDRM.elementMaxAbs(CommonOps_DDRM.subtract(a, b, null)) > 0;
  }
}
