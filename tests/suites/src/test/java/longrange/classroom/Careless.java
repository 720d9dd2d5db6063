package longrange.classroom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import longrange.grading.Status;

/// What goes wrong with files.
enum Careless {
  NOTHING(Status.MISSING) {
    @Override
    void write(Path folder, String student) throws IOException {
      Files.createDirectories(folder.resolve(student));
    }
  },
  BLANK_NOTEBOOK(Status.TODO) {
    @Override
    void write(Path folder, String student) throws IOException {
      Files.write(folder.resolve(student + ".ipynb"), Form.bytes(Form.notebook(List.of())));
    }
  },
  ESSAY(Status.REJECTED) {
    @Override
    void write(Path folder, String student) throws IOException {
      Files.writeString(folder.resolve(student + ".pdf"), "%PDF-1.7");
    }
  },
  DAMAGED(Status.REJECTED) {
    @Override
    void write(Path folder, String student) throws IOException {
      byte[] whole = Form.bytes(Form.notebook(right()));
      Files.write(
          folder.resolve(student + ".ipynb"),
          List.of(new String(whole, 0, whole.length / 2, StandardCharsets.UTF_8)));
    }
  },
  HUGE(Status.REJECTED) {
    @Override
    void write(Path folder, String student) throws IOException {
      try (var file = new RandomAccessFile(folder.resolve(student + ".ipynb").toFile(), "rw")) {
        file.setLength(200_000_000);
      }
    }
  },
  LATIN(Status.REJECTED) {
    @Override
    void write(Path folder, String student) throws IOException {
      String text = "// Prüfung\n" + RightAnswers.of("3.1");
      Files.write(folder.resolve(student + ".java"), text.getBytes(StandardCharsets.ISO_8859_1));
    }
  },
  OTHER_ASSIGNMENT(Status.REJECTED) {
    @Override
    void write(Path folder, String student) throws IOException {
      Files.writeString(folder.resolve(student + ".java"), "class Hello { int world; }");
    }
  },
  SLIPPING_ARCHIVE(Status.REJECTED) {
    @Override
    void write(Path folder, String student) throws IOException {
      byte[] source = RightAnswers.of("3.1").getBytes(StandardCharsets.UTF_8);
      Form.zip(folder.resolve(student + ".zip"), Map.of("../../../slipped.java", source));
    }
  },
  COMPILED(Status.REJECTED) {
    @Override
    void write(Path folder, String student) throws IOException {
      byte[] source = RightAnswers.of("3.1").getBytes(StandardCharsets.UTF_8);
      Form.zip(
          folder.resolve(student + ".zip"),
          Map.of("src/A.java", source, "bin/A.class", new byte[100]));
    }
  },
  SYNTAX_ERROR(Status.OK) {
    @Override
    void write(Path folder, String student) throws IOException {
      Planted broken =
          Planted.ending("3.2", "", RightAnswers.with("3.2", "lambda = 0;", "lambda = ;"));
      Form.NOTEBOOK.write(folder, student, with(broken));
    }

    @Override
    Planted except() {
      return Planted.ending("3.2", "syntax error", "", Status.COMPILE);
    }
  },
  OTHER_SIGNATURE(Status.OK) {
    @Override
    void write(Path folder, String student) throws IOException {
      Planted other =
          Planted.ending(
              "3.2", "", RightAnswers.with("3.2", "norm(double[][] a)", "norm(int[][] a)"));
      Form.JAVA.write(folder, student, with(other));
    }

    @Override
    Planted except() {
      return Planted.ending("3.2", "other signature", "", Status.COMPILE);
    }
  },
  CELL_DELETED(Status.OK) {
    @Override
    void write(Path folder, String student) throws IOException {
      ObjectNode notebook = Form.notebook(right());
      ArrayNode cells = (ArrayNode) notebook.get("cells");
      for (int i = cells.size() - 1; i >= 0; i--) {
        if (cells.get(i).at("/metadata/longrange/exercise").asText().equals("3.3")) {
          cells.remove(i);
        }
      }
      Files.write(folder.resolve(student + ".ipynb"), Form.bytes(notebook));
    }

    @Override
    Planted except() {
      return Planted.ending("3.3", "cell deleted", "", Status.MISSING);
    }
  },
  CELL_AS_TEXT(Status.OK) {
    @Override
    void write(Path folder, String student) throws IOException {
      ObjectNode notebook = Form.notebook(right());
      for (JsonNode cell : notebook.get("cells")) {
        JsonNode ours = cell.at("/metadata/longrange");
        if (ours.path("exercise").asText().equals("3.4")
            && ours.path("role").asText().equals("answer")) {
          ((ObjectNode) cell).put("cell_type", "markdown");
        }
      }
      Files.write(folder.resolve(student + ".ipynb"), Form.bytes(notebook));
    }

    @Override
    Planted except() {
      return Planted.ending("3.4", "cell is text", "", Status.MISSING);
    }
  },
  TWO_VERSIONS(Status.OK) {
    @Override
    void write(Path folder, String student) throws IOException {
      Form.NOTEBOOK.write(folder, student, with(Mistakes.JACOBIAN_PRODUCT.getFirst()));
      Form.RENAMED.write(folder, student, right());
    }
  };

  private final Status status;

  Careless(Status status) {
    this.status = status;
  }

  abstract void write(Path folder, String student) throws IOException;

  /// What is expected of the one exercise that is hit; of the first, where none is.
  Planted except() {
    return Planted.right("3.1");
  }

  Pupil pupil(String student) {
    if (status != Status.OK) {
      return Pupil.careless(student, name(), status, folder -> write(folder, student));
    }
    Pupil right = Pupil.of(student, name(), Form.NOTEBOOK, List.of(except()));
    return new Pupil(student, name(), right.answers(), folder -> write(folder, student));
  }

  private static List<Planted> right() {
    return with(Planted.right("3.1"));
  }

  private static List<Planted> with(Planted special) {
    return Pupil.of("", "", Form.NOTEBOOK, List.of(special)).answers();
  }
}
