package longrange.cells;

import java.util.List;
import longrange.autodiff.Var;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// The fused step of the cells whose state is `[h | c]`, an output and a memory of n units each.
///
/// All that mixes units is `z = x Wx + h Wh + b`. From its own gates, its own part of z, each unit
/// then makes `c'` of c, and `h'` of `c'`. So a cell is its [Rule] for one unit: the values and
/// their slopes; the pullback and the Jacobian follow by the chain rule, here, once.
///
/// @param affine makes z, whose columns are one block of n after the other
/// @param gates what is applied to each block
/// @param output the block of the gate that acts on `h'`; all others act on `c'`
/// @param paths which paths a gradient takes
/// @param rule of one unit
record Memory(Affine affine, List<Activation> gates, int output, Paths paths, Rule rule) {
  /// What one unit does.
  interface Rule {
    /// The unit after the step.
    ///
    /// @param gates the gates of this unit, in the order of the blocks
    /// @param c its memory before
    Unit of(double[] gates, double c);
  }

  /// One unit after one step: `h'` and `c'`, and how they move.
  ///
  /// @param cByC the slope of `c'` by c
  /// @param hByC the slope of `h'` by `c'`
  /// @param byZ the slopes by the pre-activations: of `h'` for the output gate, else of `c'`
  @SuppressWarnings("ArrayRecordComponent") // nobody keeps one, compares it or writes into it
  record Unit(double h, double c, double cByC, double hByC, double... byZ) {}

  Var step(Var x, Var s) {
    int n = units();
    DMatrixRMaj activated = activated(x.value(), s.value());
    DMatrixRMaj next = new DMatrixRMaj(s.value().numRows, 2 * n);
    for (int row = 0; row < next.numRows; row++) {
      for (int j = 0; j < n; j++) {
        Unit unit = unit(activated, s.value(), row, j);
        next.set(row, j, unit.h);
        next.set(row, n + j, unit.c);
      }
    }
    return s.tape().record(next, dNext -> pullBack(dNext, activated, x, s));
  }

  private void pullBack(DMatrixRMaj dNext, DMatrixRMaj activated, Var x, Var s) {
    int n = units();
    DMatrixRMaj dz = new DMatrixRMaj(activated.numRows, activated.numCols);
    DMatrixRMaj ds = new DMatrixRMaj(dNext.numRows, 2 * n);
    for (int row = 0; row < dNext.numRows; row++) {
      for (int j = 0; j < n; j++) {
        Unit unit = unit(activated, s.value(), row, j);
        double dh = dNext.get(row, j);
        double dc = dNext.get(row, n + j) + dh * unit.hByC;
        for (int gate = 0; gate < gates.size(); gate++) {
          dz.set(row, gate * n + j, (gate == output ? dh : dc) * unit.byZ[gate]);
        }
        ds.set(row, n + j, dc * unit.cByC);
      }
    }
    affine.pullBack(dz, x, h(s.value()));
    if (paths == Paths.TOTAL) {
      CommonOps_DDRM.insert(affine.stateShare(dz), ds, 0, 0);
    }
    s.accumulate(() -> ds);
  }

  /// Four blocks. The columns of c are two diagonals, `∂c'/∂c` and what of it goes on to `h'`. The
  /// columns of h are `∂s'/∂z Whᵀ`, and zero along the direct path.
  DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj s) {
    int n = units();
    DMatrixRMaj activated = activated(x, s);
    DMatrixRMaj byZ = new DMatrixRMaj(2 * n, activated.numCols);
    DMatrixRMaj jacobian = new DMatrixRMaj(2 * n, 2 * n);
    for (int j = 0; j < n; j++) {
      Unit unit = unit(activated, s, 0, j);
      for (int gate = 0; gate < gates.size(); gate++) {
        double slope = unit.byZ[gate];
        byZ.set(n + j, gate * n + j, gate == output ? 0 : slope);
        byZ.set(j, gate * n + j, gate == output ? slope : unit.hByC * slope);
      }
      jacobian.set(n + j, n + j, unit.cByC);
      jacobian.set(j, n + j, unit.hByC * unit.cByC);
    }
    if (paths == Paths.TOTAL) {
      CommonOps_DDRM.insert(affine.stateShare(byZ), jacobian, 0, 0);
    }
    return jacobian;
  }

  /// The gates, (B, blocks · n).
  private DMatrixRMaj activated(DMatrixRMaj x, DMatrixRMaj s) {
    DMatrixRMaj z = affine.value(x, h(s));
    for (int k = 0; k < z.getNumElements(); k++) {
      z.data[k] = gates.get(k % z.numCols / units()).at(z.data[k]);
    }
    return z;
  }

  private Unit unit(DMatrixRMaj activated, DMatrixRMaj s, int row, int j) {
    double[] own = new double[gates.size()];
    for (int gate = 0; gate < own.length; gate++) {
      own[gate] = activated.get(row, gate * units() + j);
    }
    return rule.of(own, s.get(row, units() + j));
  }

  private DMatrixRMaj h(DMatrixRMaj s) {
    return Matrices.columns(s, 0, units());
  }

  private int units() {
    return affine.wh().numRows;
  }
}
