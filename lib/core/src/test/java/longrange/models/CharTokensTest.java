package longrange.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CharTokensTest {
  @Test
  void aTextComesBackFromItsNumbers() {
    CharTokens tokens = CharTokens.of("the cat\n");
    assertEquals("\n aceht", tokens.alphabet());
    assertArrayEquals(new int[] {6, 5, 4}, tokens.encoded("the"));
    assertEquals("a cat", tokens.decoded(tokens.encoded("a cat")));
    assertEquals(7, tokens.size());
  }

  @Test
  void whatIsNotInTheAlphabetIsNamedInOneSentence() {
    CharTokens tokens = CharTokens.of("abc");
    var unknown = assertThrows(IllegalArgumentException.class, () -> tokens.encoded("abd"));
    assertEquals(
        "'d' is not in the alphabet \"abc\": make the tokens of a text that has it",
        unknown.getMessage());
    var beyond = assertThrows(IllegalArgumentException.class, () -> tokens.decoded(0, 3));
    assertEquals("number is 3: need 0 ≤ number < V = 3", beyond.getMessage());
    var twice = assertThrows(IllegalArgumentException.class, () -> new CharTokens("aba"));
    assertEquals("the alphabet \"aba\" has a character twice: need each once", twice.getMessage());
  }
}
