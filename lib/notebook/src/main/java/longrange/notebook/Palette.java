package longrange.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Colours that colour-blind readers tell apart, each with a dash and a marker of its own.
///
/// The colours are those of Okabe and Ito (2008), without the yellow, which is too pale for a line
/// on paper. Nothing is said by colour alone: the n-th line has the n-th dash as well.
final class Palette {
  static final Color PAPER = Color.WHITE;
  static final Color NOTHING = new Color(255, 255, 255, 0);
  static final Color INK = new Color(0x22, 0x22, 0x22);
  static final Color GRID = new Color(0xE4, 0xE4, 0xE4);
  static final Color FAINT = new Color(0x9A, 0x9A, 0x9A);
  static final Color AXIS = new Color(0x77, 0x77, 0x77);
  static final Color REFERENCE = new Color(0x55, 0x55, 0x55);

  private static final List<Color> COLOURS =
      List.of(
          new Color(0x00, 0x72, 0xB2),
          new Color(0xD5, 0x5E, 0x00),
          new Color(0x00, 0x9E, 0x73),
          new Color(0xCC, 0x79, 0xA7),
          new Color(0x22, 0x22, 0x22),
          new Color(0xE6, 0x9F, 0x00),
          new Color(0x56, 0xB4, 0xE9));
  private static final float[][] DASHES = {
    {}, {9, 4}, {2, 3}, {9, 3, 2, 3}, {14, 4}, {5, 3}, {9, 3, 2, 3, 2, 3}
  };
  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP
  };

  private Palette() {}

  /// The colours of everything that is drawn over the axes.
  static Stream<Color> inks() {
    return Stream.concat(COLOURS.stream(), Stream.of(INK, FAINT, REFERENCE));
  }

  static Color colour(int place) {
    return COLOURS.get(place % COLOURS.size());
  }

  static BasicStroke stroke(int place) {
    return stroke(2.2f, DASHES[place % DASHES.length]);
  }

  static BasicStroke faintStroke(int place) {
    return stroke(1.4f, DASHES[place % DASHES.length]);
  }

  static BasicStroke referenceStroke() {
    return stroke(1.2f, new float[] {5, 4});
  }

  static Marker marker(int place) {
    return MARKERS[place % MARKERS.length];
  }

  private static BasicStroke stroke(float width, float[] dash) {
    int cap = dash.length == 0 ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
    return dash.length == 0
        ? new BasicStroke(width, cap, BasicStroke.JOIN_ROUND)
        : new BasicStroke(width, cap, BasicStroke.JOIN_ROUND, 10f, dash, 0f);
  }
}
