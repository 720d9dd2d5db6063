package longrange.grading.extraction;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One import, declaration or statement of a cell.
///
/// @param cell where it stands
/// @param line the line of the cell in which its text begins, from 1
/// @param text from the end of the piece before it on, so its comments are in it
/// @param kind what it is
/// @param names what it declares; a variable declaration may have several
/// @param signature tells methods of one name apart
/// @param contracts the simple names of the interfaces that a type says it implements
/// @param declaredAt the place in the text where the declaration's modifiers begin
/// @param makeStatic whether it must be made static to become a member of the program's class
record Piece(
    Cell cell,
    int line,
    String text,
    Kind kind,
    List<String> names,
    String signature,
    List<String> contracts,
    int declaredAt,
    boolean makeStatic) {

  /// What a piece is.
  enum Kind {
    IMPORT,
    TYPE,
    METHOD,
    VARIABLE,
    STATEMENT,
    /// Not to be split any further: something in it is unfinished.
    BROKEN
  }

  /// Whether it is a type or a method.
  boolean declaresMember() {
    return kind == Kind.TYPE || kind == Kind.METHOD;
  }

  /// Whether it declares this type or method.
  boolean declares(String name) {
    return declaresMember() && names.contains(name);
  }

  /// Whether it says that it implements a contract, or would say so, were it finished.
  boolean claims(String contract) {
    return contracts.contains(contract) || (kind == Kind.BROKEN && wouldClaim(contract));
  }

  /// Whether the contract stands after an `implements` and before the next brace. In parts, since
  /// one expression for all of it would look at a long text again and again.
  private boolean wouldClaim(String contract) {
    Pattern named = Pattern.compile("\\bimplements\\b|\\b" + contract + "\\b");
    for (String head : text.split("\\{", -1)) {
      Matcher words = named.matcher(head);
      if (words
          .results()
          .map(MatchResult::group)
          .dropWhile(contract::equals)
          .anyMatch(contract::equals)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it imports something that only a notebook has: a package of the library.
  boolean importsLibrary() {
    String imported = text.substring(declaredAt).replaceFirst("import(\\s+static)?\\s+", "");
    return imported.startsWith("longrange.") && !imported.startsWith("longrange.exercises.");
  }

  /// Whether the one takes the place of the other, as a later cell does in a notebook.
  boolean replaces(Piece other) {
    return kind == other.kind && names.equals(other.names) && signature.equals(other.signature);
  }

  /// Where the declaration begins, past its comments.
  String place() {
    int before = (int) text.substring(0, declaredAt).chars().filter(c -> c == '\n').count();
    return cell.place(line + before);
  }
}
