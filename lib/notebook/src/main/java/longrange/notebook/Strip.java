package longrange.notebook;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;

/// Two values on one axis: what was predicted, and what was measured.
final class Strip {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 104;
  private static final int LEFT = 30;
  private static final int AXIS = 66;
  private static final Font WORDS = Lettering.font(Font.PLAIN, 12);
  private static final Font BOLD = Lettering.font(Font.BOLD, 12);

  private final Graphics2D g;
  private final Axis axis;

  private Strip(Graphics2D g, Axis axis) {
    this.g = g;
    this.axis = axis;
  }

  static View of(String what, Axis open, double predicted, double measured) {
    double pad = Math.max(Math.abs(predicted - measured) * 0.1, open.decades() ? 0.5 : 1e-9);
    Axis axis = open.over(Math.min(predicted, measured) - pad, Math.max(predicted, measured) + pad);
    BufferedImage picture =
        Plot.picture(WIDTH, HEIGHT, g -> new Strip(g, axis).draw(predicted, measured));
    String alt =
        "%s: predicted %s, measured %s.".formatted(what, axis.say(predicted), axis.say(measured));
    String image = PictureView.image(Png.dataUri(Png.encode(picture)), alt, WIDTH);
    return new View("<figure style=\"margin:8px 0\">" + image + "</figure>", alt);
  }

  private void draw(double predicted, double measured) {
    g.setColor(Palette.REFERENCE);
    g.setStroke(new BasicStroke(1.2f));
    g.draw(new Line2D.Double(LEFT, AXIS, WIDTH - LEFT, AXIS));
    for (double tick = axis.low(); tick <= axis.high() + 1e-9; tick += axis.step()) tick(tick);
    Lettering.write(g, axis.name(), WORDS, Palette.INK, LEFT, HEIGHT - 4);
    point(predicted, "predicted", 20, false);
    point(measured, "measured", 42, true);
  }

  private void tick(double value) {
    double at = place(value);
    g.setColor(Palette.REFERENCE);
    g.setStroke(new BasicStroke(1f));
    g.draw(new Line2D.Double(at, AXIS, at, AXIS + 5));
    centred(axis.tick(value), WORDS, at, AXIS + 19);
  }

  /// The prediction is an open ring, the measurement a full disc: told apart without colour.
  private void point(double value, String word, int baseline, boolean full) {
    double at = place(value);
    g.setColor(full ? Palette.colour(0) : Palette.colour(1));
    g.setStroke(new BasicStroke(1.4f));
    g.draw(new Line2D.Double(at, baseline + 4, at, AXIS - 6));
    Ellipse2D disc = new Ellipse2D.Double(at - 6, AXIS - 6, 12, 12);
    if (full) {
      g.fill(disc);
    } else {
      g.setStroke(new BasicStroke(2.4f));
      g.draw(disc);
    }
    centred(word + " " + axis.say(value), BOLD, at, baseline);
  }

  private void centred(String words, Font font, double at, double baseline) {
    double width = Lettering.width(g, words, font);
    double left = Math.clamp(at - width / 2, 4, WIDTH - 4 - width);
    Lettering.write(g, words, font, Palette.INK, left, baseline);
  }

  private double place(double value) {
    return LEFT + (WIDTH - 2 * LEFT) * (value - axis.low()) / (axis.high() - axis.low());
  }
}
