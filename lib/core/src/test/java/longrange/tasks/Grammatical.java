package longrange.tasks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a text is a sentence of a template: by rewriting it from the inside out, the other way
/// round than it was drawn.
final class Grammatical {
  private static final String ONE =
      "(?:key|cabinet|cat|dog|bird|boat|letter|garden|horse|lamp|tree|window)";
  private static final String SEES = "(?:sees|hears|likes|knows)";
  private static final String SEE = "(?:see|hear|like|know)";
  private static final String ADJECTIVE = "(?:old|small|red|quiet)";

  private Grammatical() {}

  static boolean is(Template template, String text) {
    return switch (template) {
      case PREPOSITION -> isBare(text.replaceAll(" (?:to|near|behind|with) the " + ONE + "s?", ""));
      case SUBJECT_RELATIVE -> isBare(withoutRelatives(text));
      case OBJECT_RELATIVE -> isBare(withoutInnerClauses(text));
      case COREFERENCE ->
          withoutFillers(text)
              .matches(
                  "\\. here the (?:%1$s (?:came|stood) \\. now it|%1$ss (?:came|stood) \\. now they) (?:left|stayed) \\."
                      .formatted(ONE));
      case DISCOURSE ->
          withoutFillers(text)
              .matches(
                  "\\. on the one hand (?:cheap \\. X weak|fast \\. X costly|sweet \\. X heavy|bright \\. X loud) \\."
                      .replace("X", "on the other hand"));
    };
  }

  /// Whether it is a sentence with nothing in between.
  private static boolean isBare(String text) {
    return text.matches(
        "\\. the (?:%1$s (?:is|was)|%1$ss (?:are|were)) %2$s \\.".formatted(ONE, ADJECTIVE));
  }

  /// Takes the last relative clause away as long as its verb agrees with the noun before it.
  private static String withoutRelatives(String text) {
    Pattern clause =
        Pattern.compile(
            "(.* the (?:%1$s(?= that %2$s )|%1$ss(?= that %3$s )))(?: that \\w+ the %1$ss?)((?!.* that ).*)"
                .formatted(ONE, SEES, SEE));
    String rest = text;
    for (Matcher m = clause.matcher(rest); m.matches(); m = clause.matcher(rest)) {
      rest = m.group(1) + m.group(2);
    }
    return rest;
  }

  /// Takes away clauses that have no other within, and whose verb agrees with their noun.
  private static String withoutInnerClauses(String text) {
    String clause = " that the (?:%1$s %2$s|%1$ss %3$s)(?= )".formatted(ONE, SEES, SEE);
    String rest = text;
    String shorter = rest.replaceFirst(clause, "");
    while (!shorter.equals(rest)) {
      rest = shorter;
      shorter = rest.replaceFirst(clause, "");
    }
    return rest;
  }

  private static String withoutFillers(String text) {
    return text.replaceAll(" the " + ONE + "s? (?:slept|waited) \\.", "");
  }
}
