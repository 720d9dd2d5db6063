package longrange.notebook;

import java.util.List;
import longrange.grading.Verdict;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/// Brings this library into a Java kernel that finds it on its class path.
///
/// The one class that knows the notebook protocol. It uses only what the course's kernel and stock
/// JJava both offer: `setDisplayId`, for one, has another signature there. A failure here must not
/// take the kernel down, so every `Throwable` is caught and said.
public final class NotebookExtension implements Extension {
  @Override
  public void install(BaseKernel kernel) {
    try {
      registerAll(kernel.getRenderer());
      Screen.CURRENT.set(new Cells());
      CourseKernel.use(kernel);
      kernel.evalRaw(Imports.source());
    } catch (Throwable e) {
      System.err.println("The course's notebook functions could not be installed: " + e);
    }
  }

  private static void registerAll(Renderer renderer) {
    register(renderer, Shown.class);
    register(renderer, Figure.class);
    register(renderer, Row.class);
    register(renderer, Slider.class);
    register(renderer, Verdict.class);
    register(renderer, Chart.class);
    register(renderer, Table.class);
    register(renderer, DMatrixRMaj.class);
    register(renderer, SimpleMatrix.class);
    register(renderer, double[][].class);
    register(renderer, List.class);
  }

  private static <T> void register(Renderer renderer, Class<T> type) {
    renderer
        .createRegistration(type)
        .preferring("text/html")
        .register((value, context) -> render(value, context));
  }

  private static void render(@Nullable Object value, RenderContext context) {
    if (value instanceof List<?> list && !TableView.isRecords(list)) return;
    DisplayData out = context.getOutputContainer();
    try {
      View view = value instanceof Shown shown ? shown.view() : Views.of(value);
      out.putText(view.text());
      out.putHTML(view.html());
      if (value instanceof Shown shown) out.putTransientData("display_id", shown.id());
    } catch (Throwable e) {
      out.putText("This %s could not be shown: %s".formatted(name(value), e));
    }
  }

  private static String name(@Nullable Object value) {
    return value == null ? "value" : value.getClass().getSimpleName();
  }

  /// A view on its way to the notebook, with the name by which it can be changed.
  private record Shown(String id, View view) {}

  /// The outputs of the cells.
  private static final class Cells implements Screen {
    @Override
    public void show(String id, View view) {
      BaseNotebookStatics.display(new Shown(id, view));
    }

    @Override
    public void update(String id, View view) {
      BaseNotebookStatics.updateDisplay(id, new Shown(id, view));
    }
  }
}
