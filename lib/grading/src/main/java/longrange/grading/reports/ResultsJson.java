package longrange.grading.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import longrange.grading.Contract;
import longrange.grading.classroom.ClassResults;
import longrange.grading.classroom.ExerciseResult;
import longrange.grading.classroom.StudentResult;

/// `results.json`: everything, for programs and for the instructor. It also says under which
/// conditions these are the results. No time is in it, so the same results are the same bytes.
final class ResultsJson implements Report {
  static final String FILE = "results.json";
  private static final int FORMAT = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final NewFile file;
  private final JsonGenerator json;
  private final String isolation;

  ResultsJson(ClassResults results, Path out) throws IOException {
    file = new NewFile(out.resolve(FILE));
    isolation = results.conditions().isolation();
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    json =
        JSON.createGenerator(file.writer())
            .setPrettyPrinter(
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
    json.writeStartObject();
    json.writeNumberField("format", FORMAT);
    json.writePOJOField("conditions", results.conditions());
    json.writeArrayFieldStart("exercises");
    for (Contract contract : results.assignment().exercises()) {
      json.writeStartObject();
      json.writeStringField("id", contract.id());
      json.writeStringField("title", contract.title());
      json.writeNumberField("points", contract.points());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("students");
  }

  @Override
  public void student(StudentResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", result.student().key());
    json.writeStringField("name", result.student().name());
    json.writeStringField("id", result.student().id());
    json.writeStringField("email", result.student().email());
    number("total", result.total());
    json.writeArrayFieldStart("exercises");
    for (ExerciseResult exercise : result.exercises()) {
      exercise(exercise);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void exercise(ExerciseResult exercise) throws IOException {
    json.writeStartObject();
    json.writeStringField("exercise", exercise.exercise());
    number("score", exercise.score());
    json.writeNumberField("points", exercise.points());
    json.writeStringField("status", exercise.status().name());
    json.writeStringField("isolation", isolation);
    json.writeStringField("message", exercise.message());
    json.writePOJOField("warnings", exercise.warnings());
    json.writePOJOField("tests", exercise.tests());
    json.writeEndObject();
  }

  private void number(String field, OptionalInt value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(field, value.getAsInt());
    } else {
      json.writeNullField(field);
    }
  }

  @Override
  public void finish() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
