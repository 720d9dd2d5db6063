package longrange.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  private static final Work LSTM = Work.of("step lstm single 64 100 32 1");
  private static final Work GRU = Work.of("step gru single 64 100 32 1");
  private static final Conditions BEFORE =
      new Conditions("vector", "a machine, 2 processors", "ours; theirs", 5, 0.5, "2026-01-02");
  private static final Conditions NOW =
      new Conditions("vector", "a machine, 2 processors", "ours; newer", 1, 0.5, "2026-03-04");

  @TempDir private Path folder;

  /// Ours takes 2 ms.
  private static Row row(Work work, double theirs) {
    return new Row(work, "torch", List.of(new Timing(2, 1)), List.of(new Timing(theirs, theirs)));
  }

  private void measured(Conditions with, Row... rows) throws IOException {
    Table table = new Table(folder, "against-torch");
    for (Row row : rows) {
      table.put(row.fields(with));
    }
    table.write();
  }

  private List<String> csv() throws IOException {
    return Files.readAllLines(folder.resolve("against-torch.csv"));
  }

  @Test
  void aRatioIsThatOfTheMediansAndItsRangeThatOfTheRounds() {
    Row row =
        new Row(
            Work.of("step lstm double 5 6 4 1"),
            "torch, flushing",
            List.of(new Timing(2, 1), new Timing(4, 4), new Timing(3, 2)),
            List.of(new Timing(6, 5), new Timing(6, 4), new Timing(30, 9)));
    assertEquals(2, row.ratio());
    assertEquals(1.5, row.least());
    assertEquals(10, row.most());
    assertEquals(4, row.atBest());
    List<String> fields = row.fields(BEFORE);
    assertEquals(
        "lstm step,double,5,6,4,1,vector,torch, flushing,a machine, 2 processors,3.00,6.00,2.00,1.50,"
            + "10.00,4.00,5,0.5,ours; theirs,2026-01-02",
        String.join(",", fields));
    assertEquals(Row.COLUMNS.size(), fields.size());
    assertEquals(
        "| lstm step | double | 5 | 6 | 4 | 1 | 3.00 | torch, flushing | 6.00 | 2.00 | 1.50 | 10.00"
            + " | 4.00 | 2026-01-02 |",
        Row.markdown(fields));
  }

  @Test
  void aRunOfAFewWorksReplacesTheirRowsAndLeavesTheOthers() throws IOException {
    measured(BEFORE, row(LSTM, 4), row(GRU, 6));
    List<String> before = csv();
    measured(NOW, row(LSTM, 10));
    assertEquals(before.getLast(), csv().getLast());
    assertEquals(
        "lstm step,single,64,100,32,1,vector,torch,\"a machine, 2 processors\",2.00,10.00,5.00,5.00,"
            + "5.00,10.00,1,0.5,ours; newer,2026-03-04",
        csv().get(1));
    assertEquals(3, csv().size());
  }

  @Test
  void rowsOfOtherKernelsPeersAndMachinesStandBesideEachOther() throws IOException {
    measured(BEFORE, row(LSTM, 4));
    measured(new Conditions("rows", BEFORE.machine(), "", 5, 0.5, ""), row(LSTM, 4));
    measured(new Conditions("vector", "another", "", 5, 0.5, ""), row(LSTM, 4));
    measured(BEFORE, new Row(LSTM, "torch, flushing", row(LSTM, 4).ours(), row(LSTM, 4).theirs()));
    assertEquals(5, csv().size());
  }

  @Test
  void inMarkdownRowsStandBelowWhatTheyWereMeasuredWithInTheOrderOfTheWorks() throws IOException {
    measured(BEFORE, row(GRU, 6));
    measured(BEFORE, row(LSTM, 4));
    measured(NOW, row(Work.of("step rnn single 64 100 32 1"), 8));
    assertEquals(
        """
        a machine, 2 processors

        ours; theirs. Medians of 5 rounds of 0.5 s in turns; a ratio above 1 is faster.

        | work | precision | H | T | B | threads | ours, ms | peer | peer, ms | ratio | minimum | maximum | of the fastest | day |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        | lstm step | single | 64 | 100 | 32 | 1 | 2.00 | torch | 4.00 | 2.00 | 2.00 | 2.00 | 4.00 | 2026-01-02 |
        | gru step | single | 64 | 100 | 32 | 1 | 2.00 | torch | 6.00 | 3.00 | 3.00 | 3.00 | 6.00 | 2026-01-02 |

        a machine, 2 processors

        ours; newer. Medians of 1 rounds of 0.5 s in turns; a ratio above 1 is faster.

        | work | precision | H | T | B | threads | ours, ms | peer | peer, ms | ratio | minimum | maximum | of the fastest | day |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        | rnn step | single | 64 | 100 | 32 | 1 | 2.00 | torch | 8.00 | 4.00 | 4.00 | 4.00 | 8.00 | 2026-03-04 |

        """,
        Files.readString(folder.resolve("against-torch.md")));
  }

  @Test
  void aTableWithOtherColumnsIsPutAside() throws IOException {
    Files.writeString(folder.resolve("against-torch.csv"), "work,ratio\nlstm,2\n");
    measured(BEFORE, row(LSTM, 4));
    assertEquals(2, csv().size());
    assertEquals("work,ratio\nlstm,2\n", Files.readString(folder.resolve("against-torch.old.csv")));
    assertFalse(Files.exists(folder.resolve("against-torch.csv.half")));
  }
}
