package longrange.tasks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import longrange.linalg.Need;
import org.ejml.data.DMatrixRMaj;

/// One sequence of symbols, and what is asked of it: the symbols that are read and, time by time,
/// the class that is the right answer then.
///
/// @param read a symbol for every time, from 0
/// @param answers a class for every time, or [#NOTHING]
public record Example(List<Integer> read, List<Integer> answers) {
  /// Stands where nothing is read, or nothing asked.
  // Not a constant of the compiler's, which would leave no trace in an answer that uses it.
  public static final int NOTHING = Integer.valueOf(-1);

  public Example {
    Need.that(
        read.size() == answers.size(),
        "%d symbols are read but %d times answered: need one answer, or NOTHING, for each symbol"
            .formatted(read.size(), answers.size()));
    read = List.copyOf(read);
    answers = List.copyOf(answers);
  }

  /// A sequence of which after each symbol but the last the next one is asked.
  static Example ofNext(List<Integer> symbols) {
    int last = symbols.size() - 1;
    return new Example(symbols.subList(0, last), symbols.subList(1, last + 1));
  }

  /// A sequence that is asked once, after its last symbol.
  static Example askedAtTheEnd(List<Integer> read, int answer) {
    List<Integer> answers = new ArrayList<>(Collections.nCopies(read.size(), NOTHING));
    answers.set(read.size() - 1, answer);
    return new Example(read, answers);
  }

  /// The symbols of one time, each as a 1 in its column: (B,n). A sequence that is over, or has
  /// [#NOTHING] there, gets a row of zeros.
  static DMatrixRMaj oneHot(List<List<Integer>> sequences, int time, int n) {
    DMatrixRMaj hot = new DMatrixRMaj(sequences.size(), n);
    for (int row = 0; row < sequences.size(); row++) {
      List<Integer> sequence = sequences.get(row);
      if (time < sequence.size() && sequence.get(time) != NOTHING) {
        hot.set(row, sequence.get(time), 1);
      }
    }
    return hot;
  }
}
