package longrange.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import longrange.linalg.Need;

/// Among many symbols without meaning there are two or three that are X or Y, and at the end it is
/// asked which and in which order (Hochreiter and Schmidhuber 1997, section 5.6, tasks 6a and 6b).
///
/// A sequence has T to T + T/10 symbols, starts with E and ends with B, the trigger. In between are
/// a, b, c and d, drawn uniformly, and the X or Y at places drawn from windows: of two, in
/// T/10…2T/10 and 5T/10…6T/10; of three, in 10…20, 33…43 and 66…76 hundredths of T. The paper has T
/// = 100; here the windows grow with T. The class is the word of X (0) and Y (1) read as a binary
/// number.
///
/// @param length T, the symbols of the shortest sequence, at least 10
/// @param marks 2 or 3
public record TemporalOrder(int length, int marks) implements SymbolTask {
  private static final int DISTRACTORS = 4;
  private static final int X = 4;
  private static final int B = 6;
  private static final int E = 7;

  public TemporalOrder {
    Need.that(length >= 10, "length", length, "at least 10");
    Need.that(marks == 2 || marks == 3, "marks", marks, "2 or 3");
  }

  @Override
  public Sizes sizes() {
    return new Sizes(8, 1 << marks);
  }

  @Override
  public Example example(RandomGenerator random) {
    List<Integer> read = new ArrayList<>();
    read.add(E);
    int symbols = random.nextInt(length, length + length / 10 + 1);
    while (read.size() < symbols - 1) {
      read.add(random.nextInt(DISTRACTORS));
    }
    read.add(B);
    int word = 0;
    for (int from : marks == 2 ? new int[] {10, 50} : new int[] {10, 33, 66}) {
      int mark = random.nextInt(2);
      read.set(random.nextInt(from * length / 100, (from + 10) * length / 100 + 1), X + mark);
      word = 2 * word + mark;
    }
    return Example.askedAtTheEnd(read, word);
  }
}
