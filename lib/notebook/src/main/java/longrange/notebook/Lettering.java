package longrange.notebook;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.AttributedString;

/// Letters in a figure.
final class Lettering {
  private static final int TITLE_SIZE = 15;

  private Lettering() {}

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /// Writes a title over as many lines as it needs.
  ///
  /// @return the y below its last line
  static int title(Graphics2D g, String title, int left, int top, int width) {
    if (title.isBlank()) return top;
    AttributedString text = new AttributedString(title);
    text.addAttribute(TextAttribute.FONT, font(Font.BOLD, TITLE_SIZE));
    LineBreakMeasurer lines = new LineBreakMeasurer(text.getIterator(), g.getFontRenderContext());
    g.setColor(Palette.INK);
    float baseline = top;
    while (lines.getPosition() < title.length()) {
      TextLayout line = lines.nextLayout(width);
      baseline += line.getAscent();
      line.draw(g, left, baseline);
      baseline += line.getDescent() + line.getLeading() + 2;
    }
    return Math.round(baseline);
  }

  /// Words over a chart, with a rim of paper so that a line behind them does not disturb.
  static void halo(Graphics2D g, String words, Font font, double left, double baseline) {
    TextLayout text = new TextLayout(words, font, g.getFontRenderContext());
    var outline = text.getOutline(AffineTransform.getTranslateInstance(left, baseline));
    g.setColor(Palette.PAPER);
    g.setStroke(new java.awt.BasicStroke(4f, 1, 1));
    g.draw(outline);
    g.setColor(Palette.INK);
    text.draw(g, (float) left, (float) baseline);
  }

  static double width(Graphics2D g, String words, Font font) {
    return font.getStringBounds(words, g.getFontRenderContext()).getWidth();
  }

  static void write(Graphics2D g, String words, Font font, Color colour, double x, double y) {
    g.setFont(font);
    g.setColor(colour);
    g.drawString(words, (float) x, (float) y);
  }
}
