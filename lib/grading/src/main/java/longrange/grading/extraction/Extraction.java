package longrange.grading.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Exercises;
import longrange.grading.Status;
import longrange.grading.Verdict;
import longrange.grading.extraction.Piece.Kind;

/// The answers in a student's file, the same for every door.
///
/// In a notebook the answer to an exercise is its answer cell, known by its metadata. Without one,
/// it is the cell with a class that implements the contract. Where there are several, the last that
/// is not blank counts, since it is the one a notebook would have used.
public final class Extraction {
  private final Document document;
  private final Splitter splitter = new Splitter();

  private Extraction(Document document) {
    this.document = document;
  }

  /// Reads a notebook or a Java file.
  ///
  /// @throws UnreadableFile in one sentence, when it is neither
  public static Extraction of(Path file) throws UnreadableFile {
    return new Extraction(Document.read(file));
  }

  /// How many cells of code there are; a Java file is one.
  public int cells() {
    return (int) code().count();
  }

  /// The exercises that the file has an answer to, or a place for one.
  public List<Contract> exercises() {
    return Exercises.all().stream()
        .filter(contract -> !answerCells(contract).isEmpty() || !implementing(contract).isEmpty())
        .toList();
  }

  /// Extracts, compiles and checks the answer to one exercise. There is always a verdict.
  public Verdict check(Contract contract, Checker checker) {
    return answer(contract).check(contract, checker);
  }

  /// What there is for one exercise.
  public Extracted answer(Contract contract) {
    List<Cell> tagged = answerCells(contract);
    List<Cell> implementing = implementing(contract);
    List<Cell> candidates = candidates(tagged, implementing);
    if (candidates.isEmpty()) {
      return nothing(contract, tagged);
    }
    Cell chosen = candidates.getLast();
    List<String> warnings = new ArrayList<>(Magics.warnings(chosen));
    if (candidates.size() > 1) {
      warnings.add(
          "%s has an answer in %s; the last one counts."
              .formatted(contract.id(), numbers(candidates)));
    }
    List<Cell> others = implementing.stream().filter(cell -> !candidates.contains(cell)).toList();
    if (!others.isEmpty()) {
      warnings.add(
          "%s also implements %s and is not looked at: the answer cell is cell %d."
              .formatted(numbers(others), contract.name(), chosen.number()));
    }
    return Answer.of(this, contract, chosen, warnings);
  }

  private List<Cell> candidates(List<Cell> tagged, List<Cell> implementing) {
    if (tagged.isEmpty()) {
      return implementing;
    }
    List<Cell> both = tagged.stream().filter(implementing::contains).toList();
    return both.isEmpty() ? tagged.stream().filter(cell -> !isBlank(cell)).toList() : both;
  }

  private Extracted nothing(Contract contract, List<Cell> tagged) {
    if (!tagged.isEmpty()) {
      return new Extracted.Nothing(Status.TODO, "Not attempted.", List.of());
    }
    boolean markdown =
        document.cells().stream().anyMatch(cell -> !cell.code() && cell.answers(contract.id()));
    return new Extracted.Nothing(
        Status.MISSING,
        markdown
            ? "The answer cell of %s is not a code cell: change its type back to Code."
                .formatted(contract.id())
            : "There is no answer to %s here: write class %s implements %s { … }."
                .formatted(contract.id(), contract.answerName(), contract.name()),
        List.of());
  }

  private static String numbers(List<Cell> cells) {
    List<String> numbers = cells.stream().map(cell -> String.valueOf(cell.number())).toList();
    return (cells.size() == 1 ? "cell " : "cells ") + String.join(", ", numbers);
  }

  private Stream<Cell> code() {
    return document.cells().stream().filter(Cell::code);
  }

  private List<Cell> answerCells(Contract contract) {
    return code().filter(cell -> cell.answers(contract.id())).toList();
  }

  private boolean isBlank(Cell cell) {
    return splitter.pieces(cell).stream().allMatch(piece -> piece.kind() == Kind.IMPORT);
  }

  /// Cells with a class that says it implements the contract, or would, were it finished.
  private List<Cell> implementing(Contract contract) {
    String name = contract.name();
    return code()
        .filter(cell -> cell.source().contains(name))
        .filter(cell -> splitter.pieces(cell).stream().anyMatch(piece -> piece.claims(name)))
        .toList();
  }

  List<Piece> pieces(Cell cell) {
    return splitter.pieces(cell);
  }

  /// The imports of all cells: a notebook's cells share them.
  List<Piece> imports() {
    return code()
        .filter(cell -> cell.source().contains("import"))
        .flatMap(cell -> splitter.pieces(cell).stream())
        .filter(piece -> piece.kind() == Kind.IMPORT)
        .toList();
  }

  /// The types and methods of this name in any cell; of those that replace each other, the last.
  List<Piece> declarations(String name) {
    List<Piece> found =
        code()
            .filter(cell -> cell.source().contains(name))
            .flatMap(cell -> splitter.pieces(cell).stream())
            .filter(piece -> piece.declares(name))
            .toList();
    return latest(found);
  }

  /// Without those that a later one replaces.
  static List<Piece> latest(List<Piece> pieces) {
    List<Piece> latest = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.declaresMember()) {
        latest.removeIf(piece::replaces);
      }
      latest.add(piece);
    }
    return latest;
  }

  /// The variable of this name in any cell.
  Optional<Piece> variable(String name) {
    return code()
        .filter(cell -> cell.source().contains(name))
        .flatMap(cell -> splitter.pieces(cell).stream())
        .filter(piece -> piece.kind() == Kind.VARIABLE && piece.names().contains(name))
        .findFirst();
  }
}
