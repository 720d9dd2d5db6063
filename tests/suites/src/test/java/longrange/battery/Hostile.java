package longrange.battery;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import longrange.grading.Status;
import longrange.grading.sandbox.Graded;

/// One attack.
///
/// @param number its number in the list of the specification; a letter tells variants apart
/// @param what what is tried
/// @param exercise the exercise it poses as an answer to
/// @param file the name of the file handed in
/// @param text the file
/// @param expected the statuses that are right
/// @param flaw what is wrong with the result beside its status, if anything
/// @param slow whether it takes seconds
/// @param specified what the specification expects where that is something else, and why it is not
///   what comes; else empty
record Hostile(
    String number,
    String what,
    String exercise,
    String file,
    String text,
    Set<Status> expected,
    Function<Graded, Optional<String>> flaw,
    boolean slow,
    String specified) {

  /// The witness of exercise 3.4, which is right.
  static final String WITNESS = "{{0.95, 2}, {0, 0.95}}";

  /// A right answer to 3.4 that does something else first.
  static Hostile witness(String number, String what, String body, Status... expected) {
    return witness(number, what, "", body, expected);
  }

  /// The same with further members.
  static Hostile witness(
      String number, String what, String members, String body, Status... expected) {
    String text =
        """
        import java.io.*;
        import java.lang.foreign.*;
        import java.lang.invoke.*;
        import java.net.*;
        import java.nio.file.*;
        import java.util.*;
        import longrange.exercises.ch03.*;

        class MyTransientWitness implements TransientWitness {
          %s
          public double[][] matrix() {
            try {
              // Whatever follows stays reachable for the compiler.
              if (Math.abs(1) == 1) {
                %s
              }
            } catch (RuntimeException e) {
              throw e;
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            return new double[][] %s;
          }
        }
        """
            .formatted(members, body, WITNESS);
    return answer(number, what, "3.4", text, expected);
  }

  /// Any answer in a Java file.
  static Hostile answer(
      String number, String what, String exercise, String text, Status... expected) {
    Set<Status> statuses = EnumSet.copyOf(Arrays.asList(expected));
    return new Hostile(
        number, what, exercise, "Answer.java", text, statuses, _ -> Optional.empty(), false, "");
  }

  /// The same as a file with another name.
  Hostile named(String file) {
    return new Hostile(number, what, exercise, file, text, expected, flaw, slow, specified);
  }

  /// The same, of which the specification expects something else.
  Hostile unlike(String what, String why) {
    String both = what + ": " + why;
    return new Hostile(number, this.what, exercise, file, text, expected, flaw, slow, both);
  }

  /// The same, which takes so long that the ordinary suite leaves it out.
  Hostile slowly() {
    return new Hostile(number, what, exercise, file, text, expected, flaw, true, specified);
  }

  /// The same, whose result must also have this property.
  ///
  /// @param sentence what is wrong when it has not
  Hostile unless(String sentence, Function<Graded, Boolean> property) {
    return new Hostile(
        number,
        what,
        exercise,
        file,
        text,
        expected,
        graded ->
            flaw.apply(graded)
                .or(() -> property.apply(graded) ? Optional.empty() : Optional.of(sentence)),
        slow,
        specified);
  }

  /// The same, which prints `TRIED` once it has tried, and `LEAK` with what it has found.
  Hostile findsNothing() {
    return unless("it never tried: " + text, graded -> graded.output().contains("TRIED"))
        .unless("it found something", graded -> !graded.output().contains("LEAK"));
  }

  /// The same with so many points.
  Hostile earning(int points) {
    return unless("it should earn " + points, graded -> graded.verdict().earned() == points);
  }

  /// All of them.
  static List<Hostile> all() {
    return Stream.of(
            Processes.all(),
            Memory.all(),
            Secrets.all(),
            Forgeries.all(),
            Values.all(),
            Notebooks.all(),
            Compiling.all())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String toString() {
    return number + " " + what;
  }
}
