package longrange.notebook;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// A picture as a small PNG with a palette.
///
/// A chart is paper, a few inks and the blends between them: 64 colours lose nothing that the eye
/// sees and make forty frames of a slider fit into a page.
final class Png {
  private static final int COLOURS = 64;

  private Png() {}

  /// @param picture opaque. Not modified.
  static byte[] encode(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(indexed(picture), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("the picture could not be written as PNG", e);
    }
    return bytes.toByteArray();
  }

  /// The address of an image that carries its own data.
  static String dataUri(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  private static BufferedImage indexed(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    int[] palette = palette(pixels);
    BufferedImage indexed =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(palette));
    Map<Integer, Integer> nearest = new HashMap<>();
    int[] places = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      places[i] = nearest.computeIfAbsent(pixels[i], rgb -> nearest(palette, rgb));
    }
    indexed.getRaster().setPixels(0, 0, width, height, places);
    return indexed;
  }

  private static int[] palette(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int rgb : pixels) counts.merge(rgb, 1, Integer::sum);
    Comparator<Map.Entry<Integer, Integer>> byCount = Map.Entry.comparingByValue();
    List<Integer> most =
        counts.entrySet().stream()
            .sorted(byCount.reversed().thenComparing(Map.Entry.comparingByKey()))
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    return most.stream().mapToInt(Integer::intValue).toArray();
  }

  private static IndexColorModel model(int[] palette) {
    return new IndexColorModel(
        8, palette.length, palette, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
  }

  private static int nearest(int[] palette, int rgb) {
    int best = 0;
    int bestDistance = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int distance = distance(palette[i], rgb);
      if (distance < bestDistance) {
        best = i;
        bestDistance = distance;
      }
    }
    return best;
  }

  private static int distance(int a, int b) {
    int red = ((a >> 16) & 255) - ((b >> 16) & 255);
    int green = ((a >> 8) & 255) - ((b >> 8) & 255);
    int blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }
}
