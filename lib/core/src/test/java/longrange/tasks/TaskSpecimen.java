package longrange.tasks;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/// A task to be tested. Every test of all tasks runs over [#all]: to have a new task tested, add
/// its line there.
///
/// @param task small, so that many batches are drawn in no time
/// @param baselineSees what the answer of the baseline may depend on
/// @param decoder reads the right answer off a sequence by itself; empty where no answer is certain
record TaskSpecimen(Task task, Sees baselineSees, Optional<Decoder> decoder) {

  /// What an answer may depend on.
  enum Sees {
    NOTHING,
    TIME,
    INPUT
  }

  /// The right answer, from what was read up to the end of the sequence.
  interface Decoder {
    /// The right answer, m numbers, to what is asked at a time of the sequence with these inputs.
    double[] answer(List<double[]> inputs, int time);
  }

  static Stream<TaskSpecimen> all() {
    return Stream.of(
        numbers(new AddingProblem(6), Decoders::markedSum),
        numbers(new SignedAddingProblem(22), (x, t) -> 0.5 + Decoders.markedSum(x, t) / 4),
        symbols(new CopyMemory(7, 3, 4), Sees.TIME, (s, t) -> t < 10 ? 4 : s.get(t - 10)),
        symbols(new TemporalOrder(20, 2), Sees.NOTHING, Decoders::order),
        symbols(new TemporalOrder(12, 3), Sees.NOTHING, Decoders::order),
        symbols(new NoiseFreeLag(5), Sees.INPUT, (s, t) -> t == 4 ? s.getFirst() : t),
        numbers(new TwoSequences(12, 2), (x, t) -> x.getFirst()[0] > 0 ? 1.0 : 0.0),
        new TaskSpecimen(new EmbeddedReber(), Sees.INPUT, Optional.empty()),
        new TaskSpecimen(new EmbeddedReber(3), Sees.INPUT, Optional.empty()),
        new TaskSpecimen(
            new AgreementGrammar(EnumSet.allOf(Template.class), 2, false),
            Sees.INPUT,
            Optional.empty()),
        new TaskSpecimen(
            AgreementGrammar.of(Template.OBJECT_RELATIVE), Sees.INPUT, Optional.empty()),
        symbols(new Reversal(5, 3), Sees.TIME, (s, t) -> s.get(9 - t)),
        symbols(
            new LaggedParity(9, 3), Sees.INPUT, (s, t) -> s.get(t).equals(s.get(t - 3)) ? 0 : 1),
        symbols(new MotifPair(12), Sees.NOTHING, Decoders::paired),
        symbols(new NegatedSentiment(7), Sees.NOTHING, Decoders::good),
        symbols(new Tagging(3), Sees.INPUT, Decoders::tag),
        symbols(new Translation(4), Sees.TIME, Decoders::french),
        new TaskSpecimen(new Captions(), Sees.TIME, Optional.of(Decoders::caption)),
        numbers(new Narma10(130), Decoders::narma),
        new TaskSpecimen(new MackeyGlass(300, 20), Sees.NOTHING, Optional.empty()));
  }

  private static TaskSpecimen numbers(
      Task task, BiFunction<List<double[]>, Integer, Double> rightNumber) {
    return new TaskSpecimen(
        task,
        Sees.NOTHING,
        Optional.of((inputs, time) -> new double[] {rightNumber.apply(inputs, time)}));
  }

  private static TaskSpecimen symbols(
      SymbolTask task, Sees sees, BiFunction<List<Integer>, Integer, Integer> rightClass) {
    Decoder decoder =
        (inputs, time) -> {
          List<Integer> symbols = inputs.stream().map(TaskSpecimen::symbol).toList();
          return Decoders.certainly(rightClass.apply(symbols, time), task.targetSize());
        };
    return new TaskSpecimen(task, sees, Optional.of(decoder));
  }

  /// The column of the 1, or -1 for a row of zeros.
  static int symbol(double[] input) {
    return IntStream.range(0, input.length).filter(j -> input[j] == 1).findFirst().orElse(-1);
  }

  /// What one sequence of a batch reads.
  static List<double[]> inputs(Batch batch, int row) {
    return batch.inputs().stream().map(x -> row(x, row)).toList();
  }

  static double[] input(Batch batch, int time, int row) {
    return row(batch.inputs().get(time), row);
  }

  private static double[] row(DMatrixRMaj m, int row) {
    return IntStream.range(0, m.getNumCols()).mapToDouble(j -> m.get(row, j)).toArray();
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
