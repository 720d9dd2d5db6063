package longrange.notebook;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Where a cell's pictures and words appear.
///
/// In a notebook that is the kernel, which {@link NotebookExtension} puts here when it is
/// installed. Without one, the text is printed, so that the same calls work in a plain program.
interface Screen {
  /// The place where output goes now.
  AtomicReference<Screen> CURRENT = new AtomicReference<>(new Terminal());

  /// Shows something new under a name by which it can be changed later.
  void show(String id, View view);

  /// Puts something else in place of what was shown under this name.
  void update(String id, View view);

  static Screen current() {
    return Objects.requireNonNull(CURRENT.get());
  }

  /// Shows something that stays as it is.
  static void show(View view) {
    current().show(newId(), view);
  }

  static String newId() {
    return "longrange-" + UUID.randomUUID();
  }

  /// Prints the text of what is shown.
  final class Terminal implements Screen {
    @Override
    public void show(String id, View view) {
      System.out.println(view.text());
    }

    @Override
    public void update(String id, View view) {
      System.out.println(view.text());
    }
  }
}
