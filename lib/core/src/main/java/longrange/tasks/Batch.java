package longrange.tasks;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// Some sequences and what is to be answered at the end of each.
///
/// @param inputs time-major, T times (B,d)
/// @param targets (B,m)
public record Batch(List<DMatrixRMaj> inputs, DMatrixRMaj targets) {}
