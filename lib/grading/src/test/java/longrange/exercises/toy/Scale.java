package longrange.exercises.toy;

import longrange.exercises.Exercise;

/// Multiplies each entry of `x` by `a`, in a new array.
@Exercise(id = "0.1", points = 10, title = "Scale a vector")
public interface Scale {
  double[] scale(double a, double[] x);
}
