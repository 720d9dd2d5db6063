// 3.4 A witness of transient growth. The statement, with hints, stands in exercises/03-exercises.ipynb.
// Check this file with: ./course check 3.4

import longrange.exercises.Todo;
import longrange.exercises.ch03.TransientWitness;

class MyTransientWitness implements TransientWitness {
  @Override
  public double[][] matrix() {
    throw new Todo("Return a 2×2 matrix with a small spectral radius whose powers grow at first.");
  }
}
