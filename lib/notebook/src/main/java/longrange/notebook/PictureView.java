package longrange.notebook;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.Chart;

/// Pictures as a page shows them: each an image with its description, a caption below.
final class PictureView {
  static final String IMAGE =
      "background:#ffffff;border-radius:6px;max-width:100%;height:auto;margin:0";
  static final String PANELS = "display:flex;flex-wrap:wrap;gap:12px";

  private PictureView() {}

  static View of(Picture picture) {
    String images =
        picture.panels().stream()
            .map(panel -> image(Png.dataUri(panel.png()), panel.alt(), panel.width()))
            .collect(Collectors.joining());
    String html =
        "<figure style=\"margin:8px 0\"><div style=\"%s\">%s</div>%s%s</figure>"
            .formatted(PANELS, images, readouts(picture), caption(picture));
    return new View(html, text(picture));
  }

  /// A chart that was made with XChart directly.
  static View of(Chart<?, ?> chart) {
    String title = chart.getTitle() == null ? "" : chart.getTitle();
    String alt = "Chart: " + (title.isEmpty() ? "without a title" : title);
    int width = chart.getWidth();
    int height = chart.getHeight();
    BufferedImage picture = Plot.picture(width, height, g -> chart.paint(g, width, height));
    String image = image(Png.dataUri(Png.encode(picture)), alt, chart.getWidth());
    return new View("<figure style=\"margin:8px 0\">" + image + "</figure>", alt);
  }

  static String image(String address, String alt, int width) {
    return "<img src=\"%s\" alt=\"%s\" width=\"%d\" style=\"%s\">"
        .formatted(address, Html.escape(alt), width, IMAGE);
  }

  static String caption(Picture picture) {
    String caption = captionText(picture);
    return caption.isEmpty()
        ? ""
        : "<figcaption style=\"margin:6px 0;max-width:46em\">"
            + Html.escape(caption)
            + "</figcaption>";
  }

  static List<Readout> allReadouts(Picture picture) {
    return picture.panels().stream().flatMap(panel -> panel.readouts().stream()).toList();
  }

  private static String readouts(Picture picture) {
    List<Readout> readouts = allReadouts(picture);
    return readouts.isEmpty()
        ? ""
        : readouts.stream()
            .map(Readout::html)
            .collect(Collectors.joining("", "<p style=\"margin:6px 0\">", "</p>"));
  }

  private static String captionText(Picture picture) {
    return picture.panels().stream()
        .map(Figure::caption)
        .filter(words -> !words.isEmpty())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static String text(Picture picture) {
    String figures = picture.panels().stream().map(Figure::alt).collect(Collectors.joining("\n"));
    String values =
        allReadouts(picture).stream()
            .map(readout -> "\n" + readout.name() + " = " + readout.text())
            .collect(Collectors.joining());
    String caption = captionText(picture);
    return figures + values + (caption.isEmpty() ? "" : "\n" + caption);
  }
}
