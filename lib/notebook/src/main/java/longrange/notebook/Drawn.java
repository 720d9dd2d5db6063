package longrange.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.style.markers.Marker;

/// A series with its colour and its dash or marker, chosen by its place among its like.
///
/// @param marker for points only
record Drawn(Series series, Color colour, BasicStroke stroke, @Nullable Marker marker) {
  static List<Drawn> of(List<Series> all) {
    List<Drawn> drawn = new ArrayList<>();
    int lines = 0;
    int faint = 0;
    int points = 0;
    for (Series one : all) {
      drawn.add(
          switch (one.kind()) {
            case LINE -> line(one, Palette.colour(lines), Palette.stroke(lines++));
            case FAINT -> line(one, Palette.FAINT, Palette.faintStroke(faint++));
            case POINTS ->
                new Drawn(
                    one,
                    Palette.colour(lines + points),
                    Palette.stroke(0),
                    Palette.marker(points++));
            case LEVEL, BOUNDARY, MARK -> line(one, Palette.REFERENCE, Palette.referenceStroke());
          });
    }
    return drawn;
  }

  private static Drawn line(Series series, Color colour, BasicStroke stroke) {
    return new Drawn(series, colour, stroke, null);
  }
}
