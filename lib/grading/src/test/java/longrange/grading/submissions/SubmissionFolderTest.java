package longrange.grading.submissions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionFolderTest {
  @TempDir Path folder;

  private void file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  private SubmissionFolder read() throws IOException {
    return SubmissionFolder.read(folder, folder.resolve("results"));
  }

  /// A student a line: name, id, then the files as the student gave them.
  private List<String> students() throws IOException {
    return read().submissions().stream()
        .map(each ->
            each.student().name()
                + " | "
                + each.student().id()
                + " | "
                + String.join(", ", each.sources().stream().map(s -> s.name()).toList()))
        .toList();
  }

  @Test
  void aFolderOrFileIsNamedAfterItsStudent() throws IOException {
    file("Jane Doe/MyTotal.java");
    file("li.ipynb");
    file("Æsa.zip");
    assertEquals(
        List.of("Jane Doe |  | Jane Doe", "li |  | li.ipynb", "Æsa |  | Æsa.zip"), students());
  }

  @Test
  void aSecondDownloadAndASecondFileAreTheSameStudents() throws IOException {
    file("li (1).ipynb");
    file("li.ipynb");
    file("li.zip");
    assertEquals(List.of("li |  | li (1).ipynb, li.ipynb, li.zip"), students());
  }

  @Test
  void theResultsOfAnotherRunAreNoStudents() throws IOException {
    file("li/a.ipynb");
    file("li/results.json");
    for (String name : List.of("journal.jsonl", "results.json", "grades.csv")) {
      file("last year/" + name);
    }
    assertEquals(List.of("li |  | li"), students());
    assertEquals(List.of("last year"), read().left());
  }

  @Test
  void moodleFoldersNameStudentAndNumber() throws IOException {
    file("Jane Mary Doe_4711_assignsubmission_file/a.ipynb");
    file("Jane Mary Doe_4711_assignsubmission_onlinetext/onlinetext.html");
    file("Li Wei_12_assignsubmission_file_/a.ipynb");
    file("Participant_99_assignsubmission_file/a.ipynb");
    assertEquals(
        List.of(
            "Jane Mary Doe | 4711 | Jane Mary Doe_4711_assignsubmission_file",
            "Li Wei | 12 | Li Wei_12_assignsubmission_file_",
            "Participant 99 | 99 | Participant_99_assignsubmission_file"),
        students());
  }

  @Test
  void moodleFilesWithoutFoldersAreOneStudentsEach() throws IOException {
    file("Jane Doe_4711_assignsubmission_file_MyTotal.java");
    file("Jane Doe_4711_assignsubmission_file_my_scale (1).java");
    file("Jane Doe_4712_assignsubmission_file_MyTotal.java");
    assertEquals(
        List.of(
            "Jane Doe | 4711 | MyTotal.java, my_scale (1).java", "Jane Doe | 4712 | MyTotal.java"),
        students());
  }

  @Test
  void canvasFilesNameStudentNumberAndFile() throws IOException {
    file("doejane_4711_815_work.ipynb");
    file("doejane_4711_816_work-1.ipynb");
    file("weili_LATE_12_817_my_2_work.ipynb");
    file("anon_x7Kp2_818_work.ipynb");
    file("LATE_anon_b5Tq9_819_work.ipynb");
    assertEquals(
        List.of(
            "anon b5Tq9 | anon_b5Tq9 | work.ipynb",
            "anon x7Kp2 | anon_x7Kp2 | work.ipynb",
            "doejane | 4711 | work.ipynb, work-1.ipynb",
            "weili | 12 | my_2_work.ipynb"),
        students());
  }

  @Test
  void gradescopeFoldersAreNamedInTheMetadata() throws IOException {
    file("submission_71/a.ipynb");
    file("submission_72/a.ipynb");
    file("submission_73/a.ipynb");
    Files.writeString(
        folder.resolve("submission_metadata.yml"),
        """
        ---
        submission_71:
          :submitters:
          - :name: Jane Doe
            :sid: '0471'
            :email: jane@example.edu
          :created_at: 2026-11-20 10:00:00.000000000 Z
          :results:
            output: |
              :submitters:
              - :name: Forged
                :sid: '1'
        submission_72:
          :submitters:
          - :name: "O'Neil, \\"Bo\\""
            :sid: '5'
            :email: bo@example.edu
          - :name: Li Wei
            :sid:
            :email: li@example.edu
        """);
    assertEquals(
        List.of(
            "Jane Doe | 0471 | submission_71",
            "O'Neil, \"Bo\", Li Wei | 5 | submission_72",
            "submission_73 |  | submission_73"),
        students());
    assertEquals(List.of("submission_metadata.yml"), read().left());
  }

  @Test
  void whatNoStudentHandedInIsLeftAndNamed() throws IOException {
    file("li.ipynb");
    file("Grades-Course-3.csv");
    file(".DS_Store");
    file("__MACOSX/._li.ipynb");
    file("results/journal.jsonl");
    assertEquals(List.of("li |  | li.ipynb"), students());
    assertEquals(List.of("Grades-Course-3.csv"), read().left());
  }

  @Test
  void anInstructorsOwnFileDoesNotHideALayout() throws IOException {
    file("Jane Doe_4711_assignsubmission_file/a.ipynb");
    file("Li Wei_12_assignsubmission_file/a.ipynb");
    file("guest.ipynb");
    assertEquals(
        List.of("guest", "Jane Doe", "Li Wei"),
        read().submissions().stream().map(each -> each.student().name()).toList());
  }
}
