// 3.2 The spectral norm. The statement, with hints, stands in exercises/03-exercises.ipynb.
// Check this file with: ./course check 3.2

import longrange.exercises.Todo;
import longrange.exercises.ch03.SpectralNorm;

class MySpectralNorm implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    throw new Todo("Refuse a matrix that is none, then find the largest singular value.");
  }
}
