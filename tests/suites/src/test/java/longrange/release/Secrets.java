package longrange.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a student's bundle must not hold, as it can be read from the jars that only an instructor
/// has.
///
/// @param words names of classes, titles and messages
/// @param values numbers with so many digits that they stand nowhere by chance
/// @param rows numbers that follow each other, as in a matrix
record Secrets(Set<String> words, Set<Double> values, Set<List<Double>> rows) {
  private static final int DIGITS = 5;
  private static final int ROW = 8;
  private static final double CLOSE = 1e-9;
  private static final Pattern SENTENCE = Pattern.compile("\\p{L}+( \\S+){3,}");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

  static Secrets none() {
    return new Secrets(new TreeSet<>(), new HashSet<>(), new HashSet<>());
  }

  /// A class whose name is a secret, and the package that it stands in.
  void addName(String binaryName) {
    words.add(binaryName);
    words.add(binaryName.replace('.', '/'));
    String simple = binaryName.replaceAll(".*\\.", "");
    if (simple.contains("Hidden")) {
      words.add(simple);
    }
  }

  /// A class of which every title, message and number is a secret.
  void addContent(byte[] classFile) {
    ClassWords said = ClassWords.of(classFile);
    said.texts().stream().filter(text -> SENTENCE.matcher(text).matches()).forEach(words::add);
    for (List<Double> constants : said.numbers()) {
      constants.stream().filter(Secrets::isLong).forEach(values::add);
      rows.addAll(rowsOf(constants));
    }
  }

  private static boolean isLong(double x) {
    return Double.isFinite(x)
        && new BigDecimal(String.valueOf(Math.abs(x))).stripTrailingZeros().precision() >= DIGITS;
  }

  /// Those with four different numbers at least: a row of zeros says nothing.
  private static Set<List<Double>> rowsOf(List<Double> numbers) {
    Set<List<Double>> rows = new HashSet<>();
    for (int i = 0; i + ROW <= numbers.size(); i++) {
      List<Double> row = List.copyOf(numbers.subList(i, i + ROW));
      if (new HashSet<>(row).size() >= 4) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// The secrets that a text gives away.
  Set<String> in(String text) {
    List<Double> numbers =
        NUMBER.matcher(text).results().map(found -> Double.valueOf(found.group())).toList();
    Set<String> found = inNumbers(numbers);
    words.stream().filter(text::contains).forEach(found::add);
    return found;
  }

  /// The secrets that a class file gives away.
  Set<String> in(byte[] classFile) {
    ClassWords said = ClassWords.of(classFile);
    Set<String> found = new TreeSet<>();
    said.numbers().forEach(constants -> found.addAll(inNumbers(constants)));
    for (String text : said.texts()) {
      words.stream().filter(text::contains).forEach(found::add);
    }
    return found;
  }

  private Set<String> inNumbers(List<Double> numbers) {
    Set<String> found = new TreeSet<>();
    for (double value : values) {
      if (numbers.stream().anyMatch(x -> Math.abs(x - value) <= CLOSE * Math.abs(value))) {
        found.add(String.valueOf(value));
      }
    }
    List<List<Double>> common = new ArrayList<>(rowsOf(numbers));
    common.retainAll(rows);
    common.forEach(row -> found.add(row.toString()));
    return found;
  }
}
