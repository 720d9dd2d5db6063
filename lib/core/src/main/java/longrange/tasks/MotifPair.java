package longrange.tasks;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.linalg.Need;

/// Two short motifs stand in a strand of random bases, and the class is whether the second begins
/// exactly `half` bases after the first.
///
/// The first motif, TTGACA, is at a place drawn uniformly from the first half, the second, TATAAT,
/// at one from the second half: at the same place of it in one half of the strands, at another in
/// the rest. So neither motif alone, nor both without their places, say anything. They are the
/// consensus of the -35 and -10 boxes of bacterial promoters, which stand at a fixed distance too.
///
/// @param half the bases of each half, at least 8
public record MotifPair(int half) implements SymbolTask {
  private static final String BASES = "ACGT";
  private static final String FIRST = "TTGACA";
  private static final String SECOND = "TATAAT";

  public MotifPair {
    Need.that(
        half >= FIRST.length() + 2, "half", half, "at least 8, for a motif and two other places");
  }

  @Override
  public Sizes sizes() {
    return new Sizes(BASES.length(), 2);
  }

  @Override
  public Example example(RandomGenerator random) {
    int paired = random.nextInt(2);
    int places = half - FIRST.length() + 1;
    int first = random.nextInt(places);
    int shift = paired == 1 ? 0 : random.nextInt(1, places);
    int second = half + (first + shift) % places;
    String strand = strand(first, second, random);
    List<Integer> bases = strand.chars().mapToObj(BASES::indexOf).toList();
    return Example.askedAtTheEnd(bases, paired);
  }

  /// Random bases with the motifs at their places, drawn until they have them nowhere else.
  private String strand(int first, int second, RandomGenerator random) {
    while (true) {
      StringBuilder bases = new StringBuilder();
      while (bases.length() < 2 * half) {
        bases.append(BASES.charAt(random.nextInt(BASES.length())));
      }
      bases.replace(first, first + FIRST.length(), FIRST);
      bases.replace(second, second + SECOND.length(), SECOND);
      if (isAlone(FIRST, bases) && isAlone(SECOND, bases)) {
        return bases.toString();
      }
    }
  }

  private static boolean isAlone(String motif, StringBuilder bases) {
    return bases.indexOf(motif) == bases.lastIndexOf(motif);
  }
}
