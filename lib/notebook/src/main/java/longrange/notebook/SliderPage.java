package longrange.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The page of a slider: a control, the pictures, the values, a table of every position, a script.
///
/// The script makes the control too: where scripts are taken out (a reader who does not trust the
/// notebook, a printout) there is none that does nothing, and the picture at the default position
/// and the table remain. To hide it would not do, since JupyterLab takes `hidden` out as well.
final class SliderPage {
  private static final String BUTTON =
      "font:inherit;padding:2px 12px;border:1px solid;border-radius:4px;background:transparent;color:inherit;cursor:pointer";

  private SliderPage() {}

  static View of(String label, List<Slider.Frame> frames, int start) {
    Slider.Frame first = frames.get(start);
    String id = Screen.newId();
    String html =
        """
        <figure class="longrange-slider" data-longrange-slider="%s" data-label="%s" data-index="%d" data-position="%s" style="margin:8px 0">\
        <div class="longrange-controls"></div>%s<div style="%s">%s</div>%s%s<script>%s</script></figure>\
        """
            .formatted(
                id,
                Html.escape(label),
                start,
                Double.toString(first.position()),
                values(label, first),
                PictureView.PANELS,
                images(first),
                PictureView.caption(first.picture()),
                table(label, frames),
                script(id, controls(label, frames, start), frames));
    return new View(html, text(label, frames, start));
  }

  /// JupyterLab takes the arrow keys for itself, also from a control in an output; the attribute on
  /// the input asks it not to.
  private static String controls(String label, List<Slider.Frame> frames, int start) {
    return """
    <div style="display:flex;flex-wrap:wrap;align-items:center;gap:12px;margin:0 0 8px 0">\
    <label style="display:flex;align-items:center;gap:8px;flex:1 1 320px;max-width:560px"><b>%1$s</b>\
    <input type="range" data-lm-suppress-shortcuts="true" min="0" max="%2$d" step="1" value="%3$d" aria-valuetext="%1$s = %4$s" style="flex:1;min-width:160px"></label>\
    <button type="button" style="%5$s">Reset</button></div>\
    """
        .formatted(
            Html.escape(label), frames.size() - 1, start, frames.get(start).positionText(), BUTTON);
  }

  private static String images(Slider.Frame frame) {
    List<Figure> panels = frame.picture().panels();
    return IntStream.range(0, panels.size())
        .mapToObj(i ->
            PictureView.image(frame.images().get(i), panels.get(i).alt(), panels.get(i).width()))
        .collect(Collectors.joining());
  }

  private static String values(String label, Slider.Frame frame) {
    Readout position = new Readout(label, frame.positionText(), Double.toString(frame.position()));
    String rest = frame.readouts().stream().map(Readout::html).collect(Collectors.joining());
    return "<p aria-live=\"polite\" style=\"margin:6px 0\">" + position.html() + rest + "</p>";
  }

  private static String table(String label, List<Slider.Frame> frames) {
    return "<details><summary>Every position as a table</summary>%s</details>"
        .formatted(Html.table("", header(label, frames), rows(frames)));
  }

  private static List<String> header(String label, List<Slider.Frame> frames) {
    List<String> header = new ArrayList<>(List.of(label));
    header.addAll(frames.get(0).readoutNames());
    return header;
  }

  private static List<List<String>> rows(List<Slider.Frame> frames) {
    List<List<String>> rows = new ArrayList<>();
    for (Slider.Frame frame : frames) {
      List<String> row = new ArrayList<>(List.of(frame.positionText()));
      frame.readouts().forEach(readout -> row.add(readout.text()));
      rows.add(row);
    }
    return rows;
  }

  private static String text(String label, List<Slider.Frame> frames, int start) {
    Slider.Frame first = frames.get(start);
    return PictureView.of(first.picture()).text()
        + "\nAt %s = %s. Every position:\n".formatted(label, first.positionText())
        + TableView.of("", header(label, frames), rows(frames), frames.size()).text();
  }

  /// The page's script.
  private static String script(String id, String controls, List<Slider.Frame> frames) {
    StringBuilder data = new StringBuilder("[");
    for (int i = 0; i < frames.size(); i++) {
      if (i > 0) data.append(",\n");
      data.append(frame(frames.get(i)));
    }
    return SCRIPT
        .replace("@ID@", id)
        .replace("@CONTROLS@", string(controls))
        .replace("@FRAMES@", data.append("]"));
  }

  private static String frame(Slider.Frame frame) {
    List<String> alts = frame.picture().panels().stream().map(Figure::alt).toList();
    List<String> texts = new ArrayList<>(List.of(frame.positionText()));
    List<String> values = new ArrayList<>(List.of(Double.toString(frame.position())));
    for (Readout readout : frame.readouts()) {
      texts.add(readout.text());
      values.add(readout.value());
    }
    return "{images:%s,alts:%s,texts:%s,values:%s}"
        .formatted(strings(frame.images()), strings(alts), strings(texts), strings(values));
  }

  private static String strings(List<String> texts) {
    return texts.stream().map(SliderPage::string).collect(Collectors.joining(",", "[", "]"));
  }

  private static String string(String text) {
    String escaped =
        text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("<", "\\u003c");
    return '"' + escaped + '"';
  }

  /// Starts the figure with its id, and any copy of it that a page may hold, each once.
  private static final String SCRIPT =
      """
      (() => {
        const frames = @FRAMES@;
        const start = (root) => {
          root.dataset.ready = "yes";
          root.querySelector(".longrange-controls").innerHTML = @CONTROLS@;
          const input = root.querySelector("input"), images = [...root.querySelectorAll("img")];
          const values = [...root.querySelectorAll("[data-readout]")];
          const first = Number(root.dataset.index), label = root.dataset.label;
          const move = (index) => {
            const frame = frames[index];
            input.value = index;
            input.setAttribute("aria-valuetext", label + " = " + frame.texts[0]);
            images.forEach((image, i) => {
              image.src = frame.images[i];
              image.alt = frame.alts[i];
            });
            values.forEach((value, i) => {
              value.textContent = frame.texts[i];
              value.dataset.value = frame.values[i];
            });
            root.dataset.index = index;
            root.dataset.position = frame.values[0];
          };
          input.addEventListener("input", () => move(Number(input.value)));
          root.querySelector("button").addEventListener("click", () => move(first));
        };
        document.querySelectorAll(".longrange-slider:not([data-ready])").forEach((root) => {
          if (root.dataset.longrangeSlider === "@ID@") start(root);
        });
      })();
      """;
}
