package longrange.exercises.ch03;

import longrange.exercises.Exercise;

/// **3.1 The Jacobian product.** What `k` steps of a recurrent net make of a small change of its
/// first state. This is the warm-up of the chapter.
///
/// The net runs `h_t = tanh(W h_{t−1} + U x_t + b)`. One step has the Jacobian `∂h_t/∂h_{t−1} = D_t
/// W` with `D_t = diag(1 − h_t²)`, because the slope of tanh, where its value is `h`, is `1 − h²`.
/// By the chain rule, `k` steps have
///
/// `∂h_k/∂h_0 = D_k W · D_{k−1} W ⋯ D_2 W · D_1 W`
///
/// with the newest step leftmost. Matrices do not commute: another order is another matrix.
///
/// **Given**
/// - `w`: the recurrent weights `W`, n×n, as an array of rows.
/// - `states`: the states `h_1, …, h_k` in this order, each of length n. So `states[0]` is `h_1`.
///   The initial state `h_0` is not among them: the product does not contain it.
///
/// **Return** the n×n matrix `∂h_k/∂h_0`: row i, column j holds the derivative of entry i of `h_k`
/// by entry j of `h_0`.
///
/// **Rules**
/// - For no states at all (k = 0) return the identity matrix: nothing has happened yet.
/// - The arguments fit together and are never null. You need not check them.
/// - Leave both arguments as they are, and return a new array at every call.
/// - Entries are compared to 1e-12.
///
/// **A worked value.** For `W = [[1, 2], [−1, 0.5]]`, `h_1 = (0, 0.6)`, `h_2 = (0.8, 0)`: `D_1 W =
/// [[1, 2], [−0.64, 0.32]]`, `D_2 W = [[0.36, 0.72], [−1, 0.5]]`, and the answer is `D_2 W · D_1 W
/// = [[−0.1008, 0.9504], [−1.32, −1.84]]`.
///
/// **Source.** Pascanu, Mikolov and Bengio (2013), arXiv:1211.5063, equation 5. They take the state
/// before the tanh and print `W` transposed; the form above is the one for column vectors.
@Exercise(id = "3.1", points = 2, title = "The Jacobian product")
@FunctionalInterface
public interface JacobianProduct {

  /// The derivative of the last state by the initial one.
  ///
  /// @param w recurrent weights, n×n. Not modified.
  /// @param states the states `h_1` to `h_k`, k×n. Not modified.
  /// @return `∂h_k/∂h_0`, n×n, a new array
  double[][] product(double[][] w, double[][] states);
}
