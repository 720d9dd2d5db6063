package longrange.battery;

import static longrange.battery.Hostile.answer;
import static longrange.battery.Hostile.witness;
import static longrange.grading.Status.OK;
import static longrange.grading.Status.TODO;
import static longrange.grading.Status.UNSTABLE;
import static longrange.grading.Status.WRONG;

import java.util.List;
import longrange.grading.Status;

/// Values that a test may not expect.
final class Values {
  private Values() {}

  private static Hostile product(
      String number, String what, String members, String before, String after, Status... expected) {
    return answer(
        number,
        what,
        "3.1",
        """
        import java.util.*;
        import longrange.exercises.ch03.*;

        class MyJacobianProduct implements JacobianProduct {
          %s
          public double[][] product(double[][] w, double[][] states) {
            %s
            int n = w.length;
            double[][] p = new double[n][n];
            for (int i = 0; i < n; i++) p[i][i] = 1;
            for (double[] h : states) {
              double[][] next = new double[n][n];
              for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                  for (int k = 0; k < n; k++) next[i][j] += (1 - h[i] * h[i]) * w[i][k] * p[k][j];
              p = next;
            }
            %s
            return p;
          }
        }
        """
            .formatted(members, before, after),
        expected);
  }

  static List<Hostile> all() {
    return List.of(
        product("85", "returns null", "", "if (true) return null;", "", WRONG).earning(0),
        product("86", "returns NaN", "", "", "p[0][0] = Double.NaN;", WRONG).earning(0),
        product("88", "returns another shape", "", "", "if (true) return new double[3][];", WRONG)
            .earning(0),
        product("89", "writes into its argument", "", "", "w[0][0] = 7;", WRONG)
            .unless(
                "nobody noticed",
                graded -> graded.verdict().toString().contains("writes into its argument w")),
        witness(
                "90",
                "returns the same array twice",
                "private final double[][] same = " + Hostile.WITNESS + ";",
                "if (true) return same;",
                WRONG)
            .earning(3),
        product(
                "90b",
                "returns one array for all calls with as many units",
                "double[][] same = {};",
                "",
                "if (same.length == n) System.arraycopy(p, 0, same, 0, n); else same = p;"
                    + " if (true) return same;",
                WRONG)
            .earning(1),
        witness(
                "90c",
                "returns another matrix from the third call on",
                "static int calls;",
                "if (++calls < 3) return new double[][] {{0.5, 0}, {0, 0.5}};",
                WRONG)
            .earning(0)
            .unless(
                "nobody noticed",
                graded -> graded.verdict().toString().contains("changed between calls")),
        product(
                "91",
                "returns the first answer for ever, by the size of the input",
                "static final Map<Integer, double[][]> SEEN = new HashMap<>();",
                "if (SEEN.containsKey(w.length)) return SEEN.get(w.length);",
                "SEEN.put(w.length, p);",
                WRONG)
            .earning(0),
        answer(
                "92",
                "knows the visible cases by heart",
                "3.1",
                """
                import longrange.exercises.ch03.*;

                class MyJacobianProduct implements JacobianProduct {
                  public double[][] product(double[][] w, double[][] states) {
                    return switch (states.length) {
                      case 0 -> new double[][] {{1, 0}, {0, 1}};
                      case 1 -> new double[][] {{1, 2}, {-0.64, 0.32}};
                      default -> new double[][] {{-0.1008, 0.9504}, {-1.32, -1.84}};
                    };
                  }
                }
                """,
                WRONG)
            .earning(1),
        witness(
            "93",
            "returns something by chance",
            "if (true) return new double[][] {{0.95, 2 - Math.random() / 1000}, {0, 0.95}};",
            UNSTABLE),
        witness(
                "95",
                "depends on the locale, the time zone and the charset",
                "System.out.println(\"TRIED\"); String all = Locale.getDefault() + \" \""
                    + " + TimeZone.getDefault().getID() + \" \""
                    + " + java.nio.charset.Charset.defaultCharset();"
                    + " if (!all.equals(\"en_US UTC UTF-8\")) System.out.println(\"LEAK \" + all);",
                OK)
            .findsNothing(),
        witness(
                "96",
                "reads standard input",
                "System.out.println(System.in.read() == -1 ? \"TRIED\" : \"LEAK\");",
                OK)
            .findsNothing(),
        answer(
                "100",
                "is the skeleton",
                "3.4",
                """
                import longrange.exercises.Todo;
                import longrange.exercises.ch03.*;

                class MyTransientWitness implements TransientWitness {
                  public double[][] matrix() { throw new Todo("Find it."); }
                }
                """,
                TODO)
            .earning(0));
  }
}
