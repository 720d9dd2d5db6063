package longrange.course.student;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Iterator;

/// A notebook without the cells that carry the tag `instructor`: these hold the answers to the
/// predictions, and stand right beneath them.
public final class StudentNotebook {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StudentNotebook() {}

  /// The text of the file; the very same when there is no such cell.
  ///
  /// @throws IllegalArgumentException in one sentence, when it is not JSON
  public static String of(String notebook) {
    try {
      JsonNode root = JSON.readTree(notebook);
      ArrayNode cells = root.withArray("cells");
      int all = cells.size();
      for (Iterator<JsonNode> each = cells.iterator(); each.hasNext(); ) {
        if (isInstructors(each.next())) {
          each.remove();
        }
      }
      return cells.size() == all
          ? notebook
          : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
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
