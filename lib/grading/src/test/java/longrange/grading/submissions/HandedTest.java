package longrange.grading.submissions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import longrange.exercises.toy.Scale;
import longrange.exercises.toy.Total;
import longrange.grading.Contract;
import longrange.grading.Status;
import longrange.grading.extraction.Answer;
import longrange.grading.extraction.Extracted;
import longrange.grading.submissions.Zips.Part;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What students hand in, by mistake or on purpose. The numbers are those of the hostile battery.
class HandedTest {
  private static final Contract SCALE = Contract.of(Scale.class);
  private static final Contract TOTAL = Contract.of(Total.class);

  @TempDir Path folder;

  private Path work() throws IOException {
    return Files.createDirectories(folder.resolve("work"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = work().resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Handed open() throws IOException {
    Submission submission =
        Submission.of(Student.named("li"), new Submission.Source(work(), "work"));
    return Handed.open(submission, folder.resolve("scratch"), List.of(SCALE, TOTAL));
  }

  private Handed.Choice answer() throws IOException {
    try (Handed handed = open()) {
      return handed.answer(TOTAL);
    }
  }

  private void assertFound(String source) throws IOException {
    Handed.Choice choice = answer();
    if (choice.extracted() instanceof Answer answer) {
      assertTrue(answer.source().contains(source), answer.source());
    } else {
      throw new AssertionError(choice.toString());
    }
  }

  private void assertNone(Status status, String message) throws IOException {
    Extracted extracted = answer().extracted();
    assertEquals(new Extracted.Nothing(status, message, List.of()), extracted);
    assertNothingWrittenOutside();
  }

  private void assertNothingWrittenOutside() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(List.of("work"), all.map(each -> each.getFileName().toString()).toList());
    }
  }

  private Path zip(Part... parts) throws IOException {
    return Zips.write(work().resolve("w.zip"), parts);
  }

  @Test
  void aNotebookAJavaFileAndAZipOfThemAreRead() throws IOException {
    write("a.ipynb", Texts.notebook(Texts.TOTAL));
    assertFound("sum");
    Files.delete(work().resolve("a.ipynb"));
    write("deep/down/MyTotal.java", Texts.total("sum + 0"));
    assertFound("sum + 0");
    Files.delete(work().resolve("deep/down/MyTotal.java"));
    zip(Part.of("deep/down/MyTotal.java", Texts.total("sum + 1")));
    assertFound("sum + 1");
    assertNothingWrittenOutside();
  }

  @Test
  void case71ARenamedFileIsAccepted() throws IOException {
    write("x (1).ipynb", Texts.notebook(Texts.TOTAL));
    assertFound("sum");
  }

  @Test
  void case83WindowsNamesAndACaseClashAreAccepted() throws IOException {
    zip(
        Part.of("abgabe\\MyTotal.JAVA", Texts.TOTAL),
        Part.of("abgabe\\mytotal.java", Texts.TODO),
        Part.of("abgabe\\con.java", Texts.SCALE),
        Part.of("desktop.ini", "[x]"));
    assertFound("sum");
  }

  @Test
  void case82OfTwoFilesTheCopyWithTheHigherNumberCounts() throws IOException {
    write("b.java", Texts.total("sum + 1"));
    write("a (10).java", Texts.total("sum + 2"));
    write("a (2).java", Texts.total("sum + 3"));
    Handed.Choice choice = answer();
    assertFound("sum + 2");
    assertEquals(
        List.of("0.2 is answered in a (2).java, b.java too; a (10).java counts."),
        choice.warnings());
  }

  @Test
  void aSkeletonBesideAnAnswerDoesNotCount() throws IOException {
    write("a.ipynb", Texts.notebook(Texts.TOTAL));
    write("z.java", Texts.TODO);
    assertFound("sum");
    assertEquals(List.of(), answer().warnings());
  }

  @Test
  void theSameFileTwiceIsNoQuestion() throws IOException {
    write("a.java", Texts.TOTAL);
    write("copy/a.java", Texts.TOTAL);
    assertEquals(List.of(), answer().warnings());
  }

  @Test
  void anEmptyFolderIsMissing() throws IOException {
    work();
    assertNone(Status.MISSING, "Nothing was handed in.");
  }

  @Test
  void anExerciseThatIsNotThereIsMissing() throws IOException {
    write("a.java", Texts.SCALE);
    assertNone(
        Status.MISSING,
        "There is no answer to 0.2 here: write class MyTotal implements Total { … }.");
  }

  @Test
  void somethingElseThanAnAnswerIsRejected() throws IOException {
    write("essay.pdf", "%PDF");
    assertNone(
        Status.REJECTED,
        "essay.pdf is neither a notebook (.ipynb) nor a Java file (.java) nor a .zip of them.");
  }

  @Test
  void case72AnotherAssignmentIsRejected() throws IOException {
    write("a.ipynb", Texts.notebook("class Hello { }"));
    assertNone(
        Status.REJECTED,
        "This is not the assignment: a.ipynb has no answer to any of 0.1, 0.2, and no place for"
            + " one.");
  }

  @Test
  void cases58And59WhatCannotBeReadIsRejectedInASentence() throws IOException {
    Files.write(work().resolve("a.java"), "double ü;".getBytes(StandardCharsets.ISO_8859_1));
    assertNone(Status.REJECTED, "a.java is not UTF-8: save it in that encoding.");
    Files.delete(work().resolve("a.java"));
    write("a.ipynb", "{\"cells\": [");
    assertNone(
        Status.REJECTED, "a.ipynb is no notebook: its JSON is damaged or nested too deeply.");
    write("b.ipynb", Texts.notebook(Texts.TOTAL));
    assertFound("sum");
    assertEquals(
        List.of("a.ipynb is no notebook: its JSON is damaged or nested too deeply."),
        answer().warnings());
  }

  @Test
  void case62AnOldNotebookIsRejected() throws IOException {
    write("a.ipynb", "{\"nbformat\": 3, \"worksheets\": []}");
    assertNone(
        Status.REJECTED,
        "a.ipynb is no notebook of format 4: open it in JupyterLab and save it again.");
  }

  @Test
  @Timeout(5)
  void case60AHugeFileIsRejectedBeforeItIsRead() throws IOException {
    try (var file = new RandomAccessFile(work().resolve("a.ipynb").toFile(), "rw")) {
      file.setLength(200_000_000);
    }
    assertNone(
        Status.REJECTED,
        "a.ipynb has more than 20 MB: clear the outputs of the notebook and save it again.");
  }

  @Test
  @Timeout(20)
  void case76ABombIsRejected() throws IOException {
    zip(Part.of("a.ipynb", "\0".repeat(100_000_000)));
    assertNone(
        Status.REJECTED,
        "w.zip/a.ipynb unpacks to more than 20 MB: clear the outputs of notebooks and pack it"
            + " again.");
  }

  @Test
  @Timeout(20)
  void manyFilesThatAreABombTogetherAreRejected() throws IOException {
    String nineteen = "\0".repeat(19_000_000);
    zip(
        Part.of("1.ipynb", nineteen),
        Part.of("2.ipynb", nineteen),
        Part.of("3.ipynb", nineteen),
        Part.of("4.ipynb", nineteen));
    assertNone(
        Status.REJECTED,
        "w.zip/4.ipynb unpacks to more than 20 MB: clear the outputs of notebooks and pack it"
            + " again.");
  }

  /// Each within its limits, and together hours of reading.
  @Test
  @Timeout(20)
  void manyFilesOfManyCellsAreRejectedTogether() throws IOException {
    String cell = "{\"cell_type\": \"code\", \"source\": \"int x = (((\"}";
    String cells = String.join(",", Collections.nCopies(400, cell));
    for (int i = 0; i < 3; i++) {
      write("w%d.ipynb".formatted(i), "{\"nbformat\": 4, \"cells\": [%s]}".formatted(cells));
    }
    assertNone(
        Status.REJECTED,
        "The files have more than 1000 cells of code together: hand in the answers only.");
  }

  private static String notOpened(String entry, String why) {
    return "w.zip is not opened: its entry %s %s. Pack your .ipynb and .java files only."
        .formatted(entry, why);
  }

  @Test
  void case77AnEntryThatLeavesTheArchiveIsRejected() throws IOException {
    zip(Part.of("../../../evil.java", Texts.TOTAL));
    assertNone(Status.REJECTED, notOpened("../../../evil.java", "points out of the archive"));
    zip(Part.of("a\\..\\..\\evil.java", Texts.TOTAL));
    assertNone(Status.REJECTED, notOpened("a/../../evil.java", "points out of the archive"));
  }

  @Test
  void case78AnAbsolutePathIsRejected() throws IOException {
    zip(Part.of(folder + "/evil.java", Texts.TOTAL));
    assertNone(Status.REJECTED, notOpened(folder + "/evil.java", "has an absolute path"));
    zip(Part.of("C:\\evil.java", Texts.TOTAL));
    assertNone(Status.REJECTED, notOpened("C:/evil.java", "has an absolute path"));
  }

  @Test
  void case79ALinkIsRejected() throws IOException {
    zip(new Part("a.java", "/etc/passwd", 0120777));
    assertNone(Status.REJECTED, notOpened("a.java", "is a link"));
    Files.delete(work().resolve("w.zip"));
    Files.createSymbolicLink(work().resolve("a.java"), Path.of("/etc/passwd"));
    assertNone(Status.REJECTED, "a.java is a link: hand in the file itself.");
  }

  @Test
  void case80ADeviceIsRejected() throws IOException {
    zip(new Part("a.java", "", 0020666));
    assertNone(Status.REJECTED, notOpened("a.java", "is neither a file nor a folder"));
    zip(new Part("a.java", "", 0010666));
    assertNone(Status.REJECTED, notOpened("a.java", "is neither a file nor a folder"));
  }

  @Test
  @Timeout(5)
  void aPipeOnTheDiskIsNotOpened() throws IOException, InterruptedException {
    Path pipe = work().resolve("a.java");
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there is no mkfifo");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
    assertNone(Status.REJECTED, "a.java is neither a file nor a folder.");
  }

  @Test
  @Timeout(30)
  void case81AMillionEntriesAreRejectedUnread() throws IOException {
    // 70,000 do not fit into the plain form's count either, which then says 65,535.
    int many = Boolean.getBoolean("longrange.slow") ? 1_000_000 : 70_000;
    for (int count : new int[] {2_001, many}) {
      Zips.writeMany(work().resolve("w.zip"), count);
      assertNone(
          Status.REJECTED,
          "w.zip has more than 2000 entries: hand in your .ipynb and .java files only.");
    }
  }

  @Test
  void case84CompiledCodeIsRejected() throws IOException {
    zip(Part.of("MyTotal.java", Texts.TOTAL), Part.of("bin/MyTotal.class", "\u00ca\u00fe"));
    assertNone(
        Status.REJECTED,
        "w.zip/bin/MyTotal.class is compiled code: hand in sources only, .ipynb or .java.");
    Files.delete(work().resolve("w.zip"));
    write("lib.JAR", "PK");
    assertNone(Status.REJECTED, "lib.JAR is compiled code: hand in sources only, .ipynb or .java.");
  }

  @Test
  void anArchiveInAnArchiveAndOtherKindsAreRejected() throws IOException {
    zip(Part.of("inner.zip", "PK"));
    assertNone(
        Status.REJECTED,
        "w.zip/inner.zip is an archive in an archive: put its files into the outer one.");
    Files.delete(work().resolve("w.zip"));
    write("w.tar.gz", "");
    assertNone(
        Status.REJECTED,
        "w.tar.gz is an archive of a kind that is not opened: hand in .ipynb, .java or a .zip.");
  }

  @Test
  void aDamagedOrEncryptedArchiveIsRejected() throws IOException {
    write("w.zip", "PK\u0003\u0004 and no more");
    assertNone(Status.REJECTED, "w.zip is no zip archive, or a damaged one: pack it again.");
    Path zip = zip(Part.of("MyTotal.java", Texts.TOTAL));
    Zips.encrypt(zip, "MyTotal.java");
    assertNone(Status.REJECTED, notOpened("MyTotal.java", "needs a password"));
  }

  @Test
  void anEntryTwiceIsRejected() throws IOException {
    Path zip = zip(Part.of("a1.java", Texts.TOTAL), Part.of("a2.java", Texts.total("0")));
    Zips.rename(zip, "a2.java", "a1.java");
    assertNone(Status.REJECTED, notOpened("a1.java", "is in it twice"));
  }

  @Test
  void theHashKnowsTheContentAndNotThePlace() throws IOException {
    write("a.java", Texts.TOTAL);
    String before;
    try (Handed handed = open()) {
      before = handed.hash();
    }
    write("b.java", Texts.SCALE);
    try (Handed handed = open()) {
      assertNotEquals(before, handed.hash());
    }
    Files.delete(work().resolve("b.java"));
    try (Handed handed = open()) {
      assertEquals(before, handed.hash());
    }
  }
}
