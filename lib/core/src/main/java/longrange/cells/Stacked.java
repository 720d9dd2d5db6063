package longrange.cells;

import java.util.ArrayList;
import java.util.List;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Matrices;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// Cells on top of each other, as one cell: in every step the output of each is the input of the
/// next. Its step is one fused operation a layer.
///
/// The state is all states side by side, the first layer's first; others read the last layer. The
/// Jacobian is block lower triangular: a layer above never reaches one below.
///
/// @param layers at least one
public record Stacked(List<Cell> layers) implements Cell {
  public Stacked {
    layers = Piece.inOrder(layers);
  }

  /// These cells, from the one that reads the input up.
  public static Stacked of(Cell... layers) {
    return new Stacked(List.of(layers));
  }

  @Override
  public int inputSize() {
    return layers.getFirst().inputSize();
  }

  @Override
  public int stateSize() {
    return from(layers.size());
  }

  @Override
  public int outputSize() {
    return layers.getLast().outputSize();
  }

  @Override
  public Var output(Var s) {
    int last = layers.size() - 1;
    return layers.getLast().output(s.columns(from(last), from(last + 1)));
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return Piece.parameters(layers.stream());
  }

  @Override
  public Var equations(Var x, Var s) {
    return upwards(x, s, Cell::equations);
  }

  @Override
  public Var step(Var x, Var s) {
    needShapes(x.value(), s.value());
    return upwards(x, s, Cell::step);
  }

  private interface View {
    Var next(Cell layer, Var x, Var s);
  }

  private Var upwards(Var x, Var s, View view) {
    Var input = x;
    List<Var> all = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      Var next = view.next(layers.get(l), input, s.columns(from(l), from(l + 1)));
      all.add(next);
      input = layers.get(l).output(next);
    }
    return all.stream().reduce(Var::beside).orElseThrow();
  }

  /// On the diagonal the closed forms of the layers. Below it what the layer beneath sends up, row
  /// block by row block: `∂s'_l/∂s = ∂s'_l/∂s'_{l-1} · ∂s'_{l-1}/∂s`.
  @Override
  public DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj s) {
    Shapes.need("s", s, 1, stateSize());
    needShapes(x, s);
    DMatrixRMaj jacobian = new DMatrixRMaj(stateSize(), stateSize());
    DMatrixRMaj input = x;
    DMatrixRMaj below = new DMatrixRMaj(0, 0); // the state after the step, of the layer beneath
    for (int l = 0; l < layers.size(); l++) {
      Cell layer = layers.get(l);
      DMatrixRMaj own = Matrices.columns(s, from(l), from(l + 1));
      if (l > 0) {
        DMatrixRMaj rows = CommonOps_DDRM.extract(jacobian, from(l - 1), from(l), 0, stateSize());
        DMatrixRMaj sentUp = Matrices.product(upward(l, below, own), rows);
        CommonOps_DDRM.insert(sentUp, jacobian, from(l), 0);
      }
      CommonOps_DDRM.insert(layer.jacobian(input, own), jacobian, from(l), from(l));
      below = layer.states(List.of(input), own).getLast();
      input = layer.output(Tape.frozen().constant(below)).value();
    }
    return jacobian;
  }

  /// How the next state of layer l moves with that of the layer beneath, by the backward pass.
  private DMatrixRMaj upward(int l, DMatrixRMaj below, DMatrixRMaj own) {
    int n = layers.get(l).stateSize();
    Tape tape = Tape.frozen();
    Var beneath = tape.variable(Matrices.repeated(below, n));
    Var input = layers.get(l - 1).output(beneath);
    Var next = layers.get(l).step(input, tape.constant(Matrices.repeated(own, n)));
    tape.backward(next, CommonOps_DDRM.identity(n));
    return beneath.adjoint();
  }

  /// The first column of layer l in the state.
  private int from(int l) {
    return layers.subList(0, l).stream().mapToInt(Cell::stateSize).sum();
  }
}
