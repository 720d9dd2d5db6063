package longrange.kernel.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/// Message contents written out by hand: the few that every cell needs cost no reflection, which is
/// most of a cold start.
public final class Json {
  private Json() {}

  /// An object of `name, value, name, value, …`.
  public static JsonObject of(@Nullable Object... pairs) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      object.add(String.valueOf(pairs[i]), element(pairs[i + 1]));
    }
    return object;
  }

  /// Any value as JSON: text, numbers and elements directly, all else by its fields.
  public static JsonElement element(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNull.INSTANCE;
      case JsonElement element -> element;
      case CharSequence text -> new JsonPrimitive(text.toString());
      case Boolean flag -> new JsonPrimitive(flag);
      case Number number -> new JsonPrimitive(number);
      default -> Reflective.GSON.toJsonTree(value);
    };
  }

  /// Loaded on first use only.
  private static final class Reflective {
    static final Gson GSON =
        new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .registerTypeHierarchyAdapter(
                CharSequence.class,
                (com.google.gson.JsonSerializer<CharSequence>)
                    (text, type, context) -> new JsonPrimitive(text.toString()))
            .create();
  }
}
