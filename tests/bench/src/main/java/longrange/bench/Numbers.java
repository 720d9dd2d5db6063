package longrange.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// Matrices in a file, for a contender in whatever language: their count, then each with its shape
/// before its entries, row by row; whole numbers of 4 bytes and doubles, the highest byte first.
final class Numbers {
  private Numbers() {}

  /// Writes them.
  ///
  /// @param matrices not modified
  static void write(Path file, List<DMatrixRMaj> matrices) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(matrices.size());
      for (DMatrixRMaj m : matrices) {
        out.writeInt(m.getNumRows());
        out.writeInt(m.getNumCols());
        for (int i = 0; i < m.getNumElements(); i++) {
          out.writeDouble(m.get(i));
        }
      }
    }
  }

  /// Reads what [#write] has written, or another contender.
  static List<DMatrixRMaj> read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = in.readInt();
      List<DMatrixRMaj> matrices = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        DMatrixRMaj m = new DMatrixRMaj(in.readInt(), in.readInt());
        for (int k = 0; k < m.getNumElements(); k++) {
          m.set(k, in.readDouble());
        }
        matrices.add(m);
      }
      return matrices;
    }
  }
}
