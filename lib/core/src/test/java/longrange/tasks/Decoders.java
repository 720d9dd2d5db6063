package longrange.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What is right, read off the inputs of a sequence naively, without a look at how the task draws.
///
/// Each takes the symbols or the inputs of a whole sequence and the time at which is asked.
final class Decoders {
  private Decoders() {}

  /// The sum of the numbers with mark 1.
  static double markedSum(List<double[]> inputs, int time) {
    return inputs.stream().filter(x -> x[1] == 1).mapToDouble(x -> x[0]).sum();
  }

  /// Whether the marks are X (4) or Y (5), in their order, as a binary number.
  static int order(List<Integer> symbols, int time) {
    String word =
        symbols.stream()
            .filter(s -> s == 4 || s == 5)
            .map(s -> s == 4 ? "0" : "1")
            .reduce("", String::concat);
    return Integer.parseInt(word, 2);
  }

  /// Whether the motifs stand 12 bases apart.
  static int paired(List<Integer> bases, int time) {
    StringBuilder strand = new StringBuilder();
    bases.forEach(base -> strand.append("ACGT".charAt(base)));
    return strand.indexOf("TATAAT") - strand.indexOf("TTGACA") == 12 ? 1 : 0;
  }

  static int good(List<Integer> symbols, int time) {
    String review = words(symbols, NegatedSentiment.WORDS);
    boolean kind = review.matches(".*(good|fine|bright).*");
    boolean turned = review.matches(".*not .*(good|fine|bright|bad|poor|dull).*");
    return kind != turned ? 1 : 0;
  }

  private static String words(List<Integer> symbols, List<String> words) {
    return String.join(" ", symbols.stream().map(words::get).toList());
  }

  static int tag(List<Integer> symbols, int time) {
    List<String> words = symbols.stream().map(Tagging.WORDS::get).toList();
    String tag =
        switch (words.get(time)) {
          case "the" -> "article";
          case "to" -> "particle";
          case "walk", "run", "play" -> words.get(time - 1).equals("the") ? "noun" : "verb";
          case "said", "left" -> "verb";
          case "valley", "street" -> "noun";
          default -> List.of("said", "left").contains(words.get(time + 1)) ? "person" : "place";
        };
    return Tagging.TAGS.indexOf(tag);
  }

  /// The words of a source that ends at time 4, from the last to the first.
  static int french(List<Integer> symbols, int time) {
    StringBuilder answer = new StringBuilder();
    for (int symbol : symbols.subList(0, 4).reversed()) {
      String word = symbol < 0 ? "" : Translation.ENGLISH.get(symbol) + " ";
      answer.append(
          switch (word) {
            case "seventeen " -> "dix sept ";
            case "eighteen " -> "dix huit ";
            case "nineteen " -> "dix neuf ";
            case "" -> "";
            default -> Translation.FRENCH.get(symbol) + " ";
          });
    }
    return Translation.FRENCH.indexOf((answer + ".").split(" ", -1)[time - 4]);
  }

  /// The caption of the vector that is read at the first step.
  static double[] caption(List<double[]> inputs, int time) {
    List<String> names =
        List.of("a", "two", "three", "red", "green", "blue", "", "cat", "dog", "bird");
    double[] picture = inputs.getFirst();
    String caption =
        IntStream.range(0, names.size())
            .filter(j -> picture[j] == 1 && !names.get(j).isEmpty())
            .mapToObj(names::get)
            .reduce((a, b) -> a + " " + b)
            .orElseThrow();
    String agreeing = caption.startsWith("a ") ? caption : caption + "s";
    String word = (agreeing + " .").split(" ", -1)[time - 1];
    return certainly(Captions.WORDS.indexOf(word), Captions.WORDS.size());
  }

  /// The formula as it is printed, every y from the inputs alone.
  static double narma(List<double[]> inputs, int time) {
    double[] y = new double[time + 2];
    for (int t = 0; t <= time; t++) {
      double sum = 0;
      for (int i = 0; i <= 9 && i <= t; i++) {
        sum += y[t - i];
      }
      double product = t < 9 ? 0 : inputs.get(t - 9)[0] * inputs.get(t)[0];
      y[t + 1] = 0.3 * y[t] + 0.05 * y[t] * sum + 1.5 * product + 0.1;
    }
    return y[time + 1];
  }

  /// The logits of an answer without doubt.
  static double[] certainly(int rightClass, int classes) {
    double[] logits = new double[classes];
    Arrays.fill(logits, Double.NEGATIVE_INFINITY);
    logits[rightClass] = 0;
    return logits;
  }
}
