package longrange.notebook;

import java.util.List;

/// A screen that keeps what is shown on it.
record Recorder(List<View> shown) implements Screen {
  @Override
  public void show(String id, View view) {
    shown.add(view);
  }

  @Override
  public void update(String id, View view) {
    shown.add(view);
  }
}
