package longrange.grading.reports;

import java.util.Locale;
import java.util.OptionalInt;
import longrange.grading.Outcome;
import longrange.grading.Status;

/// Results in words. The word is always there; a sign and a colour only say it again.
public final class Words {
  private Words() {}

  /// One to three words for a status.
  static String label(Status status) {
    return switch (status) {
      case OK -> "right";
      case WRONG -> "not right";
      case TODO -> "not attempted";
      case TIMEOUT -> "too slow";
      case MEMORY -> "out of memory";
      case OUTPUT -> "too much output";
      case CRASH -> "crashed";
      case UNSTABLE -> "not repeatable";
      case COMPILE -> "does not compile";
      case API -> "not usable";
      case REJECTED -> "rejected";
      case MISSING -> "missing";
      case INFRA -> "not graded yet";
    };
  }

  /// What a status means, for the student.
  static String meaning(Status status) {
    return switch (status) {
      case OK -> "Every test was passed.";
      case WRONG -> "Some tests were not passed; below, each says what it looked at.";
      case TODO -> "The answer was left as it was given.";
      case TIMEOUT -> "A test met the time limit, and the tests after it were not run.";
      case MEMORY -> "The code needed more memory than an answer has.";
      case OUTPUT -> "The code printed or returned more than an answer may.";
      case CRASH -> "The code ended its own process, so that no test could be finished.";
      case UNSTABLE ->
          "Two runs gave different values, so there is no score yet. Seed what is random.";
      case COMPILE -> "The code does not compile, so that no test could be run.";
      case API -> "The code compiles, but it is no class that the tests can use.";
      case REJECTED -> "What was handed in cannot be graded as it is.";
      case MISSING -> "There is no answer to this exercise in what was handed in.";
      case INFRA ->
          "The grader could not do its part. This is not a result; it will be tried again.";
    };
  }

  /// A class of the style sheet: what kind of status it is.
  static String kind(Status status) {
    return switch (status) {
      case OK -> "good";
      case WRONG -> "part";
      case TODO, MISSING -> "none";
      case UNSTABLE, INFRA -> "open";
      default -> "bad";
    };
  }

  /// A word for an outcome, with its sign in front.
  static String sign(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "✓";
      case FAILED, ERROR -> "✗";
      case TIMEOUT -> "◷";
      case TODO, NOT_RUN -> "–";
    };
  }

  static String label(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "passed";
      case FAILED -> "not passed";
      case ERROR -> "error";
      case TIMEOUT -> "too slow";
      case TODO -> "not attempted";
      case NOT_RUN -> "not run";
    };
  }

  static String kind(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "good";
      case FAILED, ERROR, TIMEOUT -> "bad";
      case TODO, NOT_RUN -> "none";
    };
  }

  /// A score, or a dash where there is none.
  static String score(OptionalInt score) {
    return score.isPresent() ? String.valueOf(score.getAsInt()) : "–";
  }

  /// One decimal, or a dash for nothing.
  static String mean(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f", value);
  }

  /// `1 student`, `2 students`.
  public static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
