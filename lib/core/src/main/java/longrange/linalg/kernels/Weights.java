package longrange.linalg.kernels;

import org.ejml.data.DMatrixRMaj;

/// The weights of a fused cell, or the adjoints of these.
///
/// @param wx from the input to the blocks that it makes, (d, blocks · n)
/// @param wh from the state to the blocks that it makes, (n, blocks · n)
/// @param b bias, of the input's blocks, (1, blocks · n)
public record Weights(DMatrixRMaj wx, DMatrixRMaj wh, DMatrixRMaj b) {}
