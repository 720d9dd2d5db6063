package longrange.grading.diagnosis;

import java.util.Arrays;
import java.util.List;
import longrange.exercises.toy.Scale;

/// A small catalogue of answers to the toy exercise.
final class KnownScales {
  static final List<Class<?>> ALL =
      List.of(Right.class, Adds.class, Nothing.class, Backwards.class, InPlace.class, Silent.class);

  private KnownScales() {}

  static Diagnosis of(Class<?> wrong) {
    WrongAnswer known = wrong.getAnnotation(WrongAnswer.class);
    return new Diagnosis(known.misconception(), known.hint());
  }

  private static double[] refuseNull(double[] x) {
    if (x == null) {
      throw new IllegalArgumentException("x is null");
    }
    return x;
  }

  static double[] scaled(double a, double[] x) {
    return Arrays.stream(refuseNull(x)).map(each -> a * each).toArray();
  }

  @CorrectAnswer("the plain one")
  public static final class Right implements Scale {
    @Override
    public double[] scale(double a, double[] x) {
      return scaled(a, x);
    }
  }

  @WrongAnswer(misconception = "To scale is to add.", visible = 4, points = 4, hint = "added")
  public static final class Adds implements Scale {
    @Override
    public double[] scale(double a, double[] x) {
      return Arrays.stream(refuseNull(x)).map(each -> a + each).toArray();
    }
  }

  @WrongAnswer(misconception = "Scaling changes none.", visible = 4, points = 4, hint = "untouched")
  public static final class Nothing implements Scale {
    @Override
    public double[] scale(double a, double[] x) {
      return refuseNull(x).clone();
    }
  }

  @WrongAnswer(misconception = "A vector ends first.", visible = 4, points = 4, hint = "reversed")
  public static final class Backwards implements Scale {
    @Override
    public double[] scale(double a, double[] x) {
      double[] y = new double[x.length];
      for (int i = 0; i < y.length; i++) {
        y[i] = a * x[x.length - 1 - i];
      }
      return y;
    }
  }

  @WrongAnswer(misconception = "Arguments are mine.", visible = 6, points = 6, hint = "in place")
  public static final class InPlace implements Scale {
    @Override
    public double[] scale(double a, double[] x) {
      refuseNull(x);
      for (int i = 0; i < x.length; i++) {
        x[i] *= a;
      }
      return x;
    }
  }

  @WrongAnswer(misconception = "Null is a vector.", visible = 6, points = 6, hint = "look at null")
  public static final class Silent implements Scale {
    @Override
    public double[] scale(double a, double[] x) {
      return x == null ? new double[0] : scaled(a, x);
    }
  }
}
