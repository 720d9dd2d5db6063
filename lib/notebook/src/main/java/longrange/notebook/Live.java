package longrange.notebook;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A figure that changes in place while a cell runs.
///
/// Drawing costs some hundredths of a second, so a new picture is drawn at most four times a
/// second; the last one is always drawn. Used with try-with-resources:
///
/// ```java
/// try (var curve = live(figure("Training"))) {
///   for (…) curve.update(() -> figure("Training").line("loss", 1, losses));
/// }
/// ```
public final class Live implements AutoCloseable {
  private static final long INTERVAL = 250_000_000L;

  private final String id = Screen.newId();
  private long last;
  private @Nullable Supplier<? extends Picture> waiting;

  Live(Picture first) {
    Screen.current().show(id, PictureView.of(first));
    last = System.nanoTime();
  }

  /// Offers a new picture. It is drawn when the last one has stood for a quarter of a second.
  ///
  /// @param picture makes the picture, when it is needed
  public void update(Supplier<? extends Picture> picture) {
    waiting = picture;
    if (System.nanoTime() - last >= INTERVAL) draw();
  }

  /// Draws the last picture that was offered.
  @Override
  public void close() {
    draw();
  }

  private void draw() {
    if (waiting == null) return;
    Screen.current().update(id, PictureView.of(waiting.get()));
    waiting = null;
    last = System.nanoTime();
  }
}
