package longrange.kernel.shell;

import java.util.Set;

/// The sentence about variables that a new form of their class has emptied.
final class Lost {
  private Lost() {}

  static String sentence(String type, Set<String> variables) {
    boolean one = variables.size() == 1;
    return "["
        + type
        + " was declared anew. "
        + String.join(", ", variables)
        + (one ? " held an object" : " held objects")
        + " of its old form and "
        + (one ? "is" : "are")
        + " now null: run the "
        + (one ? "cell that makes it" : "cells that make them")
        + " again.]";
  }
}
