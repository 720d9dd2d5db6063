package longrange.kernel.show;

import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/// JJava's renderer with a word for `null`, and with arrays shown by what is in them. What an
/// extension registers for a type comes first.
public final class Values extends Renderer {
  @Override
  public DisplayData render(@Nullable Object value, Map<String, Object> parameters) {
    return value == null ? new DisplayData("null") : super.render(value, parameters);
  }

  @Override
  public DisplayData renderAs(
      @Nullable Object value, Map<String, Object> parameters, String... types) {
    return value == null ? new DisplayData("null") : super.renderAs(value, parameters, types);
  }

  @Override
  protected DisplayData finalizeDisplayData(DisplayData data, @Nullable Object value) {
    if (!data.hasDataForType(MIMEType.TEXT_PLAIN)) {
      data.putText(Arrays.text(value));
    }
    if (value instanceof double[][] rows
        && rows.length > 0
        && !data.hasDataForType(MIMEType.TEXT_HTML)) {
      data.putHTML(Matrix.html(rows));
    }
    return data;
  }
}
