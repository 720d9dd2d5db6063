package longrange.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import longrange.linalg.Need;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Some sequences, what is asked of them and how an answer is judged.
///
/// It is asked after some inputs: after the last one, after each, or after all of a source has been
/// read. The mean loss is over all questions, so a sequence that is asked often counts often.
///
/// @param inputs time-major, T times (B,d)
/// @param targets in the order of time, at least one
/// @param loss of one answer
public record Batch(List<DMatrixRMaj> inputs, List<Target> targets, Loss loss) {
  public Batch {
    Need.that(
        !inputs.isEmpty() && inputs.getFirst().getNumRows() > 0 && !targets.isEmpty(),
        "a batch has nothing to learn from: need a sequence, an input and a question");
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
    DMatrixRMaj first = inputs.getFirst();
    for (DMatrixRMaj input : inputs) {
      Shapes.need("an input", input, first.getNumRows(), first.getNumCols());
    }
    for (Target target : targets) {
      DMatrixRMaj values = target.values();
      boolean fits = values.getNumRows() == first.getNumRows();
      Shapes.need(fits, "an input", first, "a target", values, "inputs.rows = targets.rows");
      Need.that(
          0 <= target.time() && target.time() < inputs.size(),
          "the time of a target",
          target.time(),
          "0 ≤ time < T = " + inputs.size());
    }
  }

  /// Numbers that are asked for after the last input.
  ///
  /// @param inputs T times (B,d)
  /// @param values (B,m)
  public static Batch atTheEnd(List<DMatrixRMaj> inputs, DMatrixRMaj values) {
    return new Batch(inputs, List.of(Target.toAll(inputs.size() - 1, values)), Loss.SQUARED_ERROR);
  }

  /// Numbers that are asked for after each sequence's last input.
  ///
  /// @param inputs as many as the longest sequence may have; those after its end are left out
  /// @param lengths the inputs of each sequence
  /// @param values (B,m)
  static Batch atTheEnds(List<DMatrixRMaj> inputs, List<Integer> lengths, DMatrixRMaj values) {
    int longest = lengths.stream().mapToInt(i -> i).max().orElse(0);
    return new Batch(
        inputs.subList(0, longest), Target.atEnds(lengths, values), Loss.SQUARED_ERROR);
  }

  /// B, the number of sequences.
  public int size() {
    return inputs.getFirst().getNumRows();
  }

  /// The questions of a batch one below the other.
  ///
  /// @param seen what is seen at each, (Q,p)
  /// @param values the right answers, (Q,m)
  public record Asked(DMatrixRMaj seen, DMatrixRMaj values) {}

  /// All that is asked, with what is seen at its time.
  ///
  /// @param seen what each sequence sees at a time, (B,p)
  public Asked asked(IntFunction<DMatrixRMaj> seen) {
    List<DMatrixRMaj> x = new ArrayList<>();
    List<DMatrixRMaj> y = new ArrayList<>();
    for (Target target : targets) {
      DMatrixRMaj now = seen.apply(target.time());
      for (int row = 0; row < size(); row++) {
        if (target.asked().get(row) > 0) {
          x.add(CommonOps_DDRM.extractRow(now, row, null));
          y.add(CommonOps_DDRM.extractRow(target.values(), row, null));
        }
      }
    }
    return new Asked(stacked(x), stacked(y));
  }

  private static DMatrixRMaj stacked(List<DMatrixRMaj> rows) {
    return CommonOps_DDRM.concatRowsMulti(rows.toArray(DMatrixRMaj[]::new));
  }

  /// Some of the sequences.
  ///
  /// @param from the first row
  /// @param to the row after the last
  public Batch rows(int from, int to) {
    return new Batch(
        inputs.stream().map(x -> rows(x, from, to)).toList(),
        targets.stream()
            .map(target ->
                new Target(
                    target.time(), rows(target.values(), from, to), rows(target.asked(), from, to)))
            .toList(),
        loss);
  }

  private static DMatrixRMaj rows(DMatrixRMaj m, int from, int to) {
    return CommonOps_DDRM.extract(m, from, to, 0, m.getNumCols());
  }

  /// How many answers are asked for, over all sequences and times.
  public double questions() {
    return targets.stream().mapToDouble(target -> sum(target, row -> 1)).sum();
  }

  /// The mean loss of some answers.
  ///
  /// @param answers for each target one, (B,m). Not modified.
  public double lossOf(List<DMatrixRMaj> answers) {
    return mean(answers, loss::of);
  }

  /// The share of answers whose largest entry stands in the column of the right class.
  ///
  /// @param answers for each target one, (B,m). Not modified.
  public double accuracyOf(List<DMatrixRMaj> answers) {
    return mean(
        answers,
        (given, values, row) -> Loss.largest(given, row) == Loss.largest(values, row) ? 1 : 0);
  }

  private interface Judgement {
    double of(DMatrixRMaj answers, DMatrixRMaj values, int row);
  }

  private double mean(List<DMatrixRMaj> answers, Judgement judgement) {
    double sum = 0;
    for (int i = 0; i < targets.size(); i++) {
      DMatrixRMaj given = answers.get(i);
      DMatrixRMaj values = targets.get(i).values();
      Shapes.need("an answer", given, values.getNumRows(), values.getNumCols());
      sum += sum(targets.get(i), row -> judgement.of(given, values, row));
    }
    return sum / questions();
  }

  private static double sum(Target target, IntToDoubleFunction ofRow) {
    double sum = 0;
    for (int row = 0; row < target.asked().getNumRows(); row++) {
      sum += target.asked().get(row) > 0 ? ofRow.applyAsDouble(row) : 0;
    }
    return sum;
  }
}
