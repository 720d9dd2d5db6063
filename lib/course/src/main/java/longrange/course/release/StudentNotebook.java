package longrange.course.release;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Iterator;
import longrange.course.authoring.NormalForm;

/// A notebook without the cells that carry the tag `instructor`.
final class StudentNotebook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StudentNotebook() {}

  /// The text of the file, in normal form.
  static String of(String notebook) {
    try {
      JsonNode root = JSON.readTree(notebook);
      ArrayNode cells = root.withArray("cells");
      for (Iterator<JsonNode> each = cells.iterator(); each.hasNext(); ) {
        if (isInstructors(each.next())) {
          each.remove();
        }
      }
      return NormalForm.of(JSON.writeValueAsString(root));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("This is no notebook: " + e.getOriginalMessage(), e);
    }
  }

  private static boolean isInstructors(JsonNode cell) {
    for (JsonNode tag : cell.at("/metadata/tags")) {
      if (tag.asText().equals("instructor")) {
        return true;
      }
    }
    return false;
  }
}
