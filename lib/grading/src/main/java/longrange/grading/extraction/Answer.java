package longrange.grading.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import longrange.grading.Contract;
import longrange.grading.Places;
import longrange.grading.extraction.Piece.Kind;

/// An answer taken out of a student's file: one program that stands alone.
///
/// It begins as the types and methods of the answer's cell, under the imports of the whole file.
/// What the compiler then misses is fetched from other cells by {@link #repaired}: so helpers may
/// stand anywhere, and nothing else of a notebook can break an answer.
public final class Answer implements Extracted {
  private static final String IMPORTS = "/longrange/grading/default-imports.jsh";
  private static final String NOTEBOOK_IMPORTS = "/longrange/grading/notebook-imports.jsh";

  private final Extraction file;
  private final Contract contract;
  private final Cell cell;
  private final List<String> warnings;
  private final List<Piece> imports;
  private final List<Piece> members;
  private final Program program;

  private Answer(
      Extraction file,
      Contract contract,
      Cell cell,
      List<String> warnings,
      List<Piece> imports,
      List<Piece> members) {
    this.file = file;
    this.contract = contract;
    this.cell = cell;
    this.warnings = List.copyOf(warnings);
    this.imports = imports;
    this.members = members;
    String name = "Answer_" + contract.id().replaceAll("\\W", "_");
    this.program = Program.of(name, resource(IMPORTS), imports, members);
  }

  static Answer of(Extraction file, Contract contract, Cell cell, List<String> warnings) {
    List<Piece> pieces = Extraction.latest(file.pieces(cell));
    List<String> all = new ArrayList<>(warnings);
    pieces.stream()
        .filter(piece -> piece.kind() == Kind.STATEMENT && !piece.text().contains("check("))
        .forEach(piece ->
            all.add(
                piece.place()
                    + ": a statement outside of a class or method is not part of the answer."));
    // What is unfinished stands last: it would swallow what came after it.
    List<Piece> members =
        Stream.concat(
                pieces.stream().filter(Piece::declaresMember),
                pieces.stream().filter(piece -> piece.kind() == Kind.BROKEN))
            .toList();
    List<Piece> imports = file.imports().stream().filter(each -> !each.importsLibrary()).toList();
    return new Answer(file, contract, cell, all, imports, members);
  }

  private static String resource(String name) {
    try (InputStream in = Answer.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The file " + name + " is not on the class path.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + name + " cannot be read.", e);
    }
  }

  /// The exercise it answers.
  public Contract contract() {
    return contract;
  }

  /// The program, ready to compile.
  public String source() {
    return program.text();
  }

  /// Names the cells and lines that the program's lines come from.
  public Places places() {
    return program.places();
  }

  /// What the student should know about how the answer was found.
  public List<String> warnings() {
    return warnings;
  }

  Program program() {
    return program;
  }

  /// The name of the student's class, as far as the text says it.
  String name() {
    return types()
        .filter(piece -> piece.contracts().contains(contract.name()))
        .map(piece -> piece.names().getFirst())
        .reduce((first, second) -> second)
        .orElse(contract.answerName());
  }

  /// The types of the answer's own cell.
  Stream<Piece> types() {
    return members.stream().filter(piece -> piece.kind() == Kind.TYPE && piece.cell().equals(cell));
  }

  /// The same answer with what the compiler missed and the file has, and without imports that lead
  /// nowhere: a cell may import what only that cell needs. Empty when nothing can be done.
  Optional<Answer> repaired(List<Problem> problems) {
    List<Piece> kept =
        imports.stream()
            .filter(each -> problems.stream().noneMatch(problem -> problem.isAbout(each)))
            .toList();
    List<Piece> more = new ArrayList<>(members);
    problems.stream()
        .flatMap(problem -> Stream.ofNullable(problem.missing()))
        .distinct()
        .flatMap(name -> file.declarations(name).stream())
        .filter(piece -> !more.contains(piece))
        .forEach(more::addFirst);
    if (kept.size() == imports.size() && more.size() == members.size()) {
      return Optional.empty();
    }
    return Optional.of(new Answer(file, contract, cell, warnings, kept, List.copyOf(more)));
  }

  /// The problems with imports of the answer's own cell: these the student should hear of.
  List<Problem> importProblems(List<Problem> problems) {
    return problems.stream()
        .filter(problem -> imports.stream().anyMatch(problem::isAbout))
        .filter(problem -> problem.isIn(cell))
        .toList();
  }

  /// The answer as a notebook would see it, with all that is imported there.
  Answer inNotebook() {
    List<Piece> all = new ArrayList<>(imports);
    file.imports().stream().filter(Piece::importsLibrary).forEach(all::add);
    all.addAll(file.pieces(new Cell(0, true, "", "", resource(NOTEBOOK_IMPORTS))));
    return new Answer(file, contract, cell, warnings, List.copyOf(all), members);
  }

  /// The first name that the compiler misses and that is a variable of some cell.
  Optional<String> missingVariable(List<Problem> problems) {
    return problems.stream()
        .flatMap(problem -> Stream.ofNullable(problem.missing()))
        .filter(name -> file.variable(name).isPresent())
        .findFirst();
  }
}
