package longrange.course.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A reference answer, taken apart at its marks.
class AnswerTest {
  private static final String SOURCE =
      """
      package longrange.solutions.ch99;

      import longrange.exercises.ch99.Twice;

      /// Adds `x` to
      /// itself.
      ///
      /// ## Hint 1
      /// What is `2 x`?
      ///
      /// ## Hint 2
      /// Add:
      /// - once,
      ///   and once.
      public final class MyTwice implements Twice {
        // answer
        private static final int TWO = 2;

        // end
        @Override
        public int twice(int x) {
          // answer: Return the double of x.
          return TWO * x;
          // end
        }

        // answer
        private static void helper() {}
        // end
      }
      """;

  private static Answer answer(String source) {
    return Answer.of("MyTwice.java", source);
  }

  @Test
  void theSkeletonHasATodoInPlaceOfTheAnswerAndNothingInPlaceOfItsHelpers() {
    assertEquals(
        """
        class MyTwice implements Twice {
          @Override
          public int twice(int x) {
            throw new Todo("Return the double of x.");
          }
        }
        """,
        answer(SOURCE).skeleton());
  }

  @Test
  void theSolvedClassIsTheSourceWithoutItsMarks() {
    assertEquals(
        """
        class MyTwice implements Twice {
          private static final int TWO = 2;

          @Override
          public int twice(int x) {
            return TWO * x;
          }

          private static void helper() {}
        }
        """,
        answer(SOURCE).solved());
  }

  @Test
  void theDocHoldsTheExplanationAndTwoHintsWithTheirLinesJoined() {
    assertEquals("Adds `x` to itself.", answer(SOURCE).explanation());
    assertEquals(List.of("What is `2 x`?", "Add:\n- once, and once."), answer(SOURCE).hints());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"// end", "// answer: Return the double of x.", "/// ## Hint 2", "public final "})
  void aSourceWithoutOneOfItsMarksIsRefused(String mark) {
    String without = SOURCE.replaceFirst(mark, "");
    assertThrows(IllegalArgumentException.class, () -> answer(without));
  }

  @Test
  void anAnswerWithNothingToWriteIsRefused() {
    String without = SOURCE.replaceAll("// (answer|end).*", "");
    assertThrows(IllegalArgumentException.class, () -> answer(without));
  }
}
