package longrange.notebook;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// A picture as a small PNG with a palette.
///
/// A chart is paper, a few inks and the blends between them: 32 colours lose nothing that the eye
/// sees, and make forty frames of a slider fit into a page. The JDK's own writer would be three
/// lines; its files are a quarter larger, and it takes several times as long.
final class Png {
  private static final int COLOURS = 32;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /// Colours are counted in 5 bits a channel.
  private static final int BINS = 1 << 15;

  private Png() {}

  /// Writes a picture.
  ///
  /// @param picture opaque. Not modified.
  static byte[] encode(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    int[] palette = palette(pixels);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    chunk(png, "IHDR", header(width, height));
    chunk(png, "PLTE", colours(palette));
    chunk(png, "IDAT", deflated(rows(pixels, palette, width, height)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /// The address of an image that carries its own data.
  static String dataUri(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /// Rows of places in the palette, each after a 0 for "not filtered".
  private static byte[] rows(int[] pixels, int[] palette, int width, int height) {
    byte[] places = new byte[BINS];
    Arrays.fill(places, (byte) -1);
    byte[] rows = new byte[(width + 1) * height];
    for (int i = 0; i < pixels.length; i++) {
      int bin = bin(pixels[i]);
      if (places[bin] < 0) places[bin] = nearest(palette, pixels[i]);
      rows[i + i / width + 1] = places[bin];
    }
    return rows;
  }

  /// Width, height, 8 bits a pixel, a palette, and the only compression, filters and order there
  /// are.
  private static byte[] header(int width, int height) {
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put(new byte[] {8, 3, 0, 0, 0})
        .array();
  }

  private static byte[] colours(int[] palette) {
    ByteBuffer colours = ByteBuffer.allocate(3 * palette.length);
    for (int rgb : palette) {
      colours.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
    }
    return colours.array();
  }

  private static byte[] deflated(byte[] rows) {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(deflated)) {
      out.write(rows);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return deflated.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String name, byte[] data) {
    byte[] named =
        ByteBuffer.allocate(4 + data.length)
            .put(name.getBytes(StandardCharsets.US_ASCII))
            .put(data)
            .array();
    CRC32 sum = new CRC32();
    sum.update(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(named);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  /// The colours of the series that occur, then the most frequent ones: a curve of a few pixels
  /// keeps its colour. Each stands for its bin, with the colour seen last in it.
  private static int[] palette(int[] pixels) {
    int[] counts = new int[BINS];
    int[] colours = new int[BINS];
    for (int rgb : pixels) {
      counts[bin(rgb)]++;
      colours[bin(rgb)] = rgb;
    }
    Palette.inks().map(Color::getRGB).forEach(rgb -> markInk(counts, colours, rgb));
    return IntStream.range(0, BINS)
        .filter(bin -> counts[bin] > 0)
        .boxed()
        .sorted(Comparator.comparingInt((Integer bin) -> counts[bin]).reversed())
        .limit(COLOURS)
        .mapToInt(bin -> colours[bin])
        .toArray();
  }

  private static void markInk(int[] counts, int[] colours, int rgb) {
    if (counts[bin(rgb)] == 0) return;
    counts[bin(rgb)] = Integer.MAX_VALUE;
    colours[bin(rgb)] = rgb;
  }

  private static int bin(int rgb) {
    return (rgb >> 9 & 0x7C00) | (rgb >> 6 & 0x3E0) | (rgb >> 3 & 0x1F);
  }

  private static byte nearest(int[] palette, int rgb) {
    int best = 0;
    for (int i = 1; i < palette.length; i++) {
      if (distance(palette[i], rgb) < distance(palette[best], rgb)) best = i;
    }
    return (byte) best;
  }

  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }
}
