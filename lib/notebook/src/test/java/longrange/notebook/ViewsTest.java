package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ViewsTest {
  private record Point(int k, double norm) {}

  @Test
  void everyKindOfMatrixLooksTheSame() {
    double[][] rows = {{1, -2.5}, {0, 1e-9}};
    String text = Views.of(rows).text();
    assertEquals("2 × 2\n1  −2.5\n0  1·10⁻⁹", text);
    assertEquals(text, Views.of(new DMatrixRMaj(rows)).text());
    assertEquals(text, Views.of(new SimpleMatrix(rows)).text());
  }

  @Test
  void aLargeMatrixIsShortenedAndSaysItsSize() {
    String text = Views.of(new double[100][40]).text();
    assertTrue(text.startsWith("100 × 40"), text);
    assertTrue(text.contains("⋮") && text.contains("⋯"), text);
    assertTrue(text.lines().count() < 30, text);
  }

  @Test
  void raggedRowsAreShownAsTheyAre() {
    assertEquals("2 rows of 1 to 2\n1\n2  3", Views.of(new double[][] {{1}, {2, 3}}).text());
  }

  @Test
  void aListOfRecordsIsATableWithAHeader() {
    View view = Views.of(List.of(new Point(1, 2.5), new Point(10, 3e-9)));
    assertEquals("k   norm\n1   2.5\n10  3·10⁻⁹", view.text());
    assertTrue(view.html().contains("<th scope=\"col\""), view.html());
  }

  @Test
  void aTablesawTableShowsItsNameAndColumns() {
    Table table =
        Table.create(
            "lags", StringColumn.create("net", "a", "b"), DoubleColumn.create("norm", 1, 0.5));
    assertEquals("lags\nnet  norm\na    1\nb    0.5", Views.of(table).text());
  }

  @Test
  void aChartOfXchartIsAPictureThatNamesItself() {
    XYChart chart = new XYChart(300, 200);
    chart.setTitle("Loss");
    chart.addSeries("a", new double[] {1, 2}, new double[] {3, 4});
    assertTrue(Views.of(chart).html().contains("alt=\"Chart: Loss\""));
  }

  @Test
  void whatLooksLikeHtmlIsShownAsText() {
    String html = Views.of(List.of(new Named("<script>"))).html();
    assertFalse(html.contains("<script>"), html);
  }

  private record Named(String name) {}

  @Test
  void nothingIsShownAsNull() {
    assertEquals("null", Views.of(null).text());
  }
}
