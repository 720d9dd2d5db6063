package longrange.grading.extraction;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import longrange.grading.extraction.Piece.Kind;
import org.jspecify.annotations.Nullable;

/// Tells what the pieces of a cell are, by parsing each as a file of its own.
///
/// A file may hold a lone method or variable: the compiler puts a class named after the file around
/// it, and that class's only member says what the piece is.
final class PieceReader {
  /// A text that JShell's analysis calls one snippet.
  ///
  /// @param line its first line in the cell
  /// @param broken whether the analysis could not find its end
  record Text(String text, int line, boolean broken) {
    int begin() {
      return text.length() - text.stripLeading().length();
    }
  }

  private static final String FILE = "Piece$";

  private final Cell cell;
  private final SourcePositions positions;

  private PieceReader(Cell cell, SourcePositions positions) {
    this.cell = cell;
    this.positions = positions;
  }

  static List<Piece> read(Cell cell, List<Text> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    List<MemorySource> files =
        IntStream.range(0, texts.size())
            .mapToObj(i -> new MemorySource(FILE + i, texts.get(i).text()))
            .toList();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    Writer.nullWriter(), null, error -> {}, List.of("-proc:none"), null, files);
    List<Piece> pieces = new ArrayList<>();
    try {
      PieceReader reader = new PieceReader(cell, Trees.instance(task).getSourcePositions());
      int i = 0;
      for (CompilationUnitTree unit : task.parse()) {
        pieces.add(reader.piece(texts.get(i), unit, FILE + i));
        i++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException | StackOverflowError e) {
      // Nested too deeply for the parser. The compiler, which has more room, shall judge it.
      return List.of(broken(cell));
    }
    return pieces;
  }

  /// A whole cell that cannot be read.
  static Piece broken(Cell cell) {
    return new Piece(cell, 1, cell.source(), Kind.BROKEN, List.of(), "", List.of(), 0, false);
  }

  private Piece piece(Text text, CompilationUnitTree unit, String file) {
    if (text.broken()) {
      return piece(text, Kind.BROKEN, List.of(), text.begin());
    }
    if (!unit.getImports().isEmpty()) {
      return piece(text, Kind.IMPORT, List.of(), start(unit, unit.getImports().getFirst()));
    }
    Tree first = unit.getTypeDecls().isEmpty() ? null : unit.getTypeDecls().getFirst();
    if (!(first instanceof ClassTree type)) {
      return piece(text, Kind.STATEMENT, List.of(), text.begin());
    }
    return type.getSimpleName().contentEquals(file)
        ? member(text, unit, type)
        : type(text, type, start(unit, type));
  }

  private Piece type(Text text, ClassTree type, int start) {
    List<String> contracts =
        type.getImplementsClause().stream()
            .map(each -> each.toString().replaceAll("<.*", "").replaceAll(".*\\.", ""))
            .toList();
    boolean nested = type.getKind() == Tree.Kind.CLASS && !isStatic(type.getModifiers());
    return new Piece(
        cell,
        text.line(),
        text.text(),
        Kind.TYPE,
        List.of(type.getSimpleName().toString()),
        "",
        contracts,
        start,
        nested);
  }

  private Piece member(Text text, CompilationUnitTree unit, ClassTree around) {
    Tree member = declared(around);
    if (member instanceof MethodTree method) {
      String signature =
          method.getParameters().stream()
              .map(parameter -> String.valueOf(parameter.getType()))
              .collect(Collectors.joining(","));
      return new Piece(
          cell,
          text.line(),
          text.text(),
          Kind.METHOD,
          List.of(method.getName().toString()),
          signature,
          List.of(),
          start(unit, method),
          !isStatic(method.getModifiers()));
    }
    if (member instanceof VariableTree variable) {
      List<String> names =
          around.getMembers().stream()
              .filter(VariableTree.class::isInstance)
              .map(each -> ((VariableTree) each).getName().toString())
              .toList();
      return piece(text, Kind.VARIABLE, names, start(unit, variable));
    }
    return piece(text, Kind.STATEMENT, List.of(), text.begin());
  }

  /// The first member that the student wrote; a method without a return type is a call.
  private static @Nullable Tree declared(ClassTree around) {
    return around.getMembers().stream()
        .filter(each -> !(each instanceof MethodTree m && m.getReturnType() == null))
        .findFirst()
        .orElse(null);
  }

  private Piece piece(Text text, Kind kind, List<String> names, int start) {
    return new Piece(cell, text.line(), text.text(), kind, names, "", List.of(), start, false);
  }

  private int start(CompilationUnitTree unit, Tree tree) {
    return (int) Math.max(0, positions.getStartPosition(unit, tree));
  }

  private static boolean isStatic(ModifiersTree modifiers) {
    return modifiers.getFlags().contains(Modifier.STATIC);
  }
}
