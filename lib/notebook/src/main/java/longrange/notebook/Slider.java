package longrange.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/// A figure that moves with one control. Every position is drawn beforehand, so the page needs no
/// kernel and no network.
public final class Slider {
  private final String label;
  private final double[] positions;
  private final DoubleFunction<? extends Picture> figure;
  private int start;

  /// @param label what the control changes, with its unit
  /// @param positions some tens, in the order of the control. Not modified.
  /// @param figure the picture at a position
  Slider(String label, double[] positions, DoubleFunction<? extends Picture> figure) {
    if (positions.length < 2) {
      throw new IllegalArgumentException(
          "the slider \"%s\" has %d positions: need at least 2".formatted(label, positions.length));
    }
    this.label = label;
    this.positions = positions.clone();
    this.figure = figure;
    this.start = positions.length / 2;
  }

  /// Where the control stands at first and after a reset: a position that already shows the point.
  ///
  /// @param position one of the positions
  public Slider at(double position) {
    for (int i = 0; i < positions.length; i++) {
      if (Math.abs(positions[i] - position) < 1e-9) {
        start = i;
        return this;
      }
    }
    throw new IllegalArgumentException(
        "the slider \"%s\" has no position %s: it has %s"
            .formatted(label, position, Arrays.toString(positions)));
  }

  View view() {
    return SliderPage.of(label, frames(), start);
  }

  double[] positions() {
    return positions.clone();
  }

  /// Every position drawn. The figures are made one after the other, since that is code of a cell,
  /// and drawn at the same time.
  List<Frame> frames() {
    List<Picture> pictures = new ArrayList<>();
    for (double position : positions) pictures.add(figure.apply(position));
    sameLabelRoom(pictures);
    List<Frame> frames =
        IntStream.range(0, positions.length)
            .parallel()
            .mapToObj(i -> Frame.of(positions[i], pictures.get(i)))
            .toList();
    sameReadouts(frames);
    return frames;
  }

  private void sameLabelRoom(List<Picture> pictures) {
    int panels = pictures.get(0).panels().size();
    for (Picture picture : pictures) {
      if (picture.panels().size() != panels) {
        throw new IllegalArgumentException(
            "the slider \"%s\" has %d figures at one position but %d at another: need the same everywhere"
                .formatted(label, panels, picture.panels().size()));
      }
    }
    for (int i = 0; i < panels; i++) {
      int panel = i;
      int room =
          pictures.stream().mapToInt(one -> one.panels().get(panel).labelRoom()).max().orElse(0);
      pictures.forEach(one -> one.panels().get(panel).labelRoom(room));
    }
  }

  private void sameReadouts(List<Frame> frames) {
    List<String> names = frames.get(0).readoutNames();
    for (Frame frame : frames) {
      if (!frame.readoutNames().equals(names)) {
        throw new IllegalArgumentException(
            "the slider \"%s\" reads out %s at %s but %s at %s: need the same names everywhere"
                .formatted(
                    label,
                    names,
                    frames.get(0).position(),
                    frame.readoutNames(),
                    frame.position()));
      }
    }
  }

  /// What a slider shows at one position.
  ///
  /// @param position the value of the control
  /// @param picture the figures
  /// @param images their addresses, each carrying its own data
  record Frame(double position, Picture picture, List<String> images) {
    static Frame of(double position, Picture picture) {
      List<String> images =
          picture.panels().stream().map(panel -> Png.dataUri(panel.png())).toList();
      return new Frame(position, picture, images);
    }

    List<Readout> readouts() {
      return PictureView.allReadouts(picture);
    }

    List<String> readoutNames() {
      return readouts().stream().map(Readout::name).toList();
    }

    String positionText() {
      return Numbers.tick(position);
    }
  }
}
