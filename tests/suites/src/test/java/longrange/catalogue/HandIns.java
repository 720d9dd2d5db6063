package longrange.catalogue;

import java.util.ArrayList;
import java.util.List;
import longrange.catalogue.DoorsTest.HandIn;
import longrange.catalogue.NotebookDoor.Cell;
import longrange.exercises.ch03.TransientWitness;
import longrange.grading.Contract;

/// Right and wrong ways to write one and the same answer down.
final class HandIns {
  private static final Contract WITNESS = Contract.of(TransientWitness.class);
  private static final String RIGHT = "3 of 3 visible points";
  private static final String CORNER = "{{0.95, 2}, {0, 0.95}}";

  private HandIns() {}

  static List<HandIn> all() {
    List<HandIn> all = new ArrayList<>();
    all.addAll(helpers());
    all.addAll(outsideTheRules());
    all.addAll(makings());
    all.addAll(endings());
    return all;
  }

  /// With things that stand elsewhere.
  private static List<HandIn> helpers() {
    return List.of(
        right(
            "uses default imports only",
            body("return Optional.of(new double[][] " + CORNER + ").get();")),
        right(
            "has an import in another cell",
            body("return new AtomicReference<>(new double[][] " + CORNER + ").get();"),
            "import java.util.concurrent.atomic.AtomicReference;"),
        right(
            "has a helper method beside the class",
            "double[][] corner(double r, double c) {\n  return new double[][] {{r, c}, {0, r}};\n}\n"
                + body("return corner(0.95, 2);")),
        right(
            "has a record in another cell",
            body("return new Corner(0.95, 2).matrix();"),
            "record Corner(double r, double c) {\n"
                + "  double[][] matrix() { return new double[][] {{r, c}, {0, r}}; }\n}"),
        right(
            "has a method in another cell, defined twice",
            body("return better();"),
            "double[][] better() { return null; }",
            "double[][] better() { return new double[][] " + CORNER + "; }"),
        right(
            "is a record",
            "record MyTransientWitness() implements TransientWitness {\n"
                + method("return new double[][] " + CORNER + ";")
                + "}"));
  }

  private static List<HandIn> outsideTheRules() {
    return List.of(
        said(
            "uses the library",
            "MyTransientWitness uses longrange.linalg.Matrices. An answer may use the JDK and",
            body(
                "return longrange.linalg.Matrices.of(new double[][] "
                    + CORNER
                    + ") == null ? null : null;")),
        said(
            "uses the library by an import of another cell",
            "MyTransientWitness uses longrange.linalg.Matrices.",
            body("return new double[][] {{SpectralNorm.of(Matrices.diagonal(1, 2))}};"),
            "import longrange.linalg.*;\nimport longrange.linalg.SpectralNorm;"),
        said(
            "uses the notebook's functions",
            "MyTransientWitness uses longrange.notebook.Notebook.",
            body("return new double[][] {{0.95, budget(2, 2)}, {0, 0.95}};")),
        said(
            "uses a constant of the notebook",
            "MyTransientWitness uses longrange.notebook.Notebook.",
            body("return new double[][] {{0.95, UNKNOWN}, {0, 0.95}};")),
        said(
            "uses the kernel's functions",
            "MyTransientWitness uses org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.",
            body("display(2);\n    return new double[][] " + CORNER + ";")),
        said(
            "needs a variable",
            "MyTransientWitness needs the variable radius of a cell.",
            body("return new double[][] {{radius, 2}, {0, radius}};"),
            "double radius = 0.95;"));
  }

  private static List<HandIn> makings() {
    String made = "  private final double r;\n  MyTransientWitness(double r) { this.r = r; }\n";
    String matrix = method("return new double[][] {{r, 2}, {0, r}};");
    return List.of(
        said(
                "has no constructor without parameters",
                "MyTransientWitness cannot be made by new MyTransientWitness()",
                "class MyTransientWitness implements TransientWitness {\n" + made + matrix + "}")
            .checkedBy("check(new MyTransientWitness(0.95));"),
        right(
                "has two constructors",
                "class MyTransientWitness implements TransientWitness {\n"
                    + made
                    + "  MyTransientWitness() { this(0.95); }\n"
                    + matrix
                    + "}")
            .checkedBy("check(new MyTransientWitness(7));"));
  }

  private static List<HandIn> endings() {
    return List.of(
        said(
            "throws",
            "in MyTransientWitness.matrix, cell 1, line 6",
            "\n\n" + body("throw new IllegalStateException(\"no\");")),
        said(
            "throws in a record of another cell",
            "in Broken.matrix, cell 1, line 2",
            body("return new Broken(1).matrix();"),
            "record Broken(double r) {\n  double[][] matrix() { throw new IllegalStateException(\"no\"); }\n}"),
        said("never comes back", "the calls never end", body("return matrix();")),
        said("exits", "System.exit", body("System.exit(0);\n    return null;")),
        said("returns null", "null", body("return null;")),
        right(
            "prints",
            body("System.out.println(\"here\");\n    return new double[][] " + CORNER + ";")),
        right(
            "asserts what is not so",
            body("assert 1 > 2;\n    return new double[][] " + CORNER + ";")),
        right(
            "has Windows line ends",
            body("return new double[][] " + CORNER + ";").replace("\n", "\r\n")));
  }

  private static HandIn right(String name, String answer, String... otherCells) {
    return said(name, RIGHT, answer, otherCells);
  }

  /// The other cells stand before the answer's.
  private static HandIn said(String name, String expected, String answer, String... otherCells) {
    List<Cell> cells = new ArrayList<>();
    for (String other : otherCells) {
      cells.add(new Cell("", other));
    }
    cells.add(new Cell(WITNESS.id(), answer));
    return new HandIn(name, WITNESS, cells, "check(new MyTransientWitness());", expected);
  }

  private static String body(String statements) {
    return "class MyTransientWitness implements TransientWitness {\n" + method(statements) + "}";
  }

  private static String method(String statements) {
    return "  @Override\n  public double[][] matrix() {\n    " + statements + "\n  }\n";
  }
}
