package longrange.exercises.toy;

import longrange.exercises.Exercise;

/// Adds up the entries of `x`.
@Exercise(id = "0.2", points = 3, title = "Add up a vector")
public interface Total {
  double total(double[] x);
}
