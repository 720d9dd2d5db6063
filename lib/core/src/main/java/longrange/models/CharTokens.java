package longrange.models;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import longrange.linalg.Need;

/// Numbers for the characters of a text: 0 for the first in the order of Unicode, and so on.
///
/// @param alphabet each character once
public record CharTokens(String alphabet) {
  public CharTokens {
    Need.that(
        alphabet.chars().distinct().count() == alphabet.length(),
        "the alphabet \"%s\" has a character twice: need each once".formatted(alphabet));
  }

  /// The characters of this text.
  public static CharTokens of(String text) {
    return new CharTokens(
        text.chars()
            .distinct()
            .sorted()
            .mapToObj(Character::toString)
            .collect(Collectors.joining()));
  }

  /// V, how many characters there are.
  public int size() {
    return alphabet.length();
  }

  /// The number of each character.
  public int[] encoded(String text) {
    return text.chars().map(this::number).toArray();
  }

  /// The text of these numbers.
  public String decoded(int... numbers) {
    return IntStream.of(numbers).mapToObj(this::character).collect(Collectors.joining());
  }

  private String character(int number) {
    Need.that(0 <= number && number < size(), "number", number, "0 ≤ number < V = " + size());
    return String.valueOf(alphabet.charAt(number));
  }

  private int number(int character) {
    int number = alphabet.indexOf(character);
    Need.that(
        number >= 0,
        "'%c' is not in the alphabet \"%s\": make the tokens of a text that has it"
            .formatted(character, alphabet));
    return number;
  }
}
