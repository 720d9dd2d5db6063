package longrange.grading.submissions;

/// Files that students of the two toy exercises hand in.
public final class Texts {
  /// A right answer to 0.2.
  public static final String TOTAL = total("sum");

  /// A right answer to 0.1.
  public static final String SCALE =
      """
      import longrange.exercises.toy.*;
      class MyScale implements Scale {
        public double[] scale(double a, double[] x) {
          if (x == null) throw new IllegalArgumentException("x is null");
          double[] y = x.clone();
          for (int i = 0; i < y.length; i++) y[i] *= a;
          return y;
        }
      }
      """;

  /// 0.2 as it is given out.
  public static final String TODO =
      """
      import longrange.exercises.Todo;
      import longrange.exercises.toy.*;
      class MyTotal implements Total {
        public double total(double[] x) { throw new Todo("Add them up."); }
      }
      """;

  private Texts() {}

  /// An answer to 0.2 that returns this expression in `x` and `sum`.
  public static String total(String result) {
    return """
    import longrange.exercises.toy.*;
    class MyTotal implements Total {
      public double total(double[] x) {
        double sum = 0;
        for (double each : x) sum += each;
        return %s;
      }
    }
    """
        .formatted(result);
  }

  /// A notebook with this one code cell.
  public static String notebook(String code) {
    String source = code.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return """
    {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
      {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": null, "source": "%s"}]}
    """
        .formatted(source);
  }
}
