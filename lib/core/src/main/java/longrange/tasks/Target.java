package longrange.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// What is asked after one of a batch's inputs, and the right answers.
///
/// Sequences of a batch may differ in length, and so in what they are asked when. A sequence that
/// is not asked now has a row of values that means nothing.
///
/// @param time the input after which is asked, from 0
/// @param values the right answers, (B,m): numbers, or a 1 in the column of the right class
/// @param asked (B,1): 1 for a sequence that is asked, else 0
public record Target(int time, DMatrixRMaj values, DMatrixRMaj asked) {
  public Target {
    Shapes.need("asked", asked, values.getNumRows(), 1);
  }

  /// A question to every sequence.
  public static Target toAll(int time, DMatrixRMaj values) {
    DMatrixRMaj asked = new DMatrixRMaj(values.getNumRows(), 1);
    CommonOps_DDRM.fill(asked, 1);
    return new Target(time, values, asked);
  }

  /// A question to each sequence after its last input.
  ///
  /// @param lengths the inputs of each sequence
  /// @param values (B,m). Not modified.
  static List<Target> atEnds(List<Integer> lengths, DMatrixRMaj values) {
    List<Target> targets = new ArrayList<>();
    for (int length : new TreeSet<>(lengths)) {
      DMatrixRMaj asked = new DMatrixRMaj(lengths.size(), 1);
      for (int row = 0; row < lengths.size(); row++) {
        asked.set(row, 0, lengths.get(row) == length ? 1 : 0);
      }
      targets.add(new Target(length - 1, values, asked));
    }
    return targets;
  }

  /// Questions for classes, at the times at which any sequence has one.
  ///
  /// @param answers for each sequence and each time the class, or [Example#NOTHING]
  /// @param classes m
  static List<Target> ofClasses(List<List<Integer>> answers, int classes) {
    int length = answers.stream().mapToInt(List::size).max().orElse(0);
    List<Target> targets = new ArrayList<>();
    for (int t = 0; t < length; t++) {
      DMatrixRMaj values = Example.oneHot(answers, t, classes);
      DMatrixRMaj asked = CommonOps_DDRM.sumRows(values, null);
      if (CommonOps_DDRM.elementMax(asked) > 0) {
        targets.add(new Target(t, values, asked));
      }
    }
    return targets;
  }
}
