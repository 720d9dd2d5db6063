package longrange.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import longrange.cells.CellKind;
import longrange.models.RecurrentNetwork;
import longrange.tasks.AddingProblem;
import longrange.training.RunConfig;

/// Writes sample pages, to be opened in a browser and looked at.
final class SamplePages {
  private SamplePages() {}

  /// Writes them.
  ///
  /// @param args the folder to write to
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Predictions predictions = new Predictions();
    predictions.predict("norm after 100 steps", 1e5);
    predictions.predict("loss", 0.2);
    List<View> verdicts = new ArrayList<>();
    Screen.CURRENT.set(new Recorder(verdicts));
    Notebook.check(new Answers.Half());
    Notebook.check(new Answers.Untouched());
    List<View> trainings = new ArrayList<>();
    Screen.CURRENT.set(new Recorder(trainings));
    var _ =
        Notebook.train(
            RunConfig.of(new AddingProblem(10), new RecurrentNetwork(new CellKind.Elman(), 16))
                .withSteps(600),
            0.05);
    List<View> views =
        List.of(
            Views.of(Samples.jordan()),
            Views.of(Samples.nilpotent()),
            Views.of(Samples.crowded()),
            trainings.get(trainings.size() / 2),
            trainings.getLast(),
            verdicts.get(verdicts.size() / 2),
            verdicts.getLast(),
            Claims.check("peak norm", 19.37, 19.4, 0.05),
            predictions.measuredLog10("norm after 100 steps", -1.83),
            predictions.measured("loss", 0.1667),
            Views.of(new double[][] {{1, 2.5, -3}, {0, 1e-9, 4}}),
            new Progress("gain sweep", 12).view("loss 0.081"));
    List<View> sliders = List.of(Views.of(Samples.powers()), Views.of(Samples.explorer()));
    write(folder.resolve("figures.html"), views, "#ffffff", "#222222");
    write(folder.resolve("figures-dark.html"), views, "#111111", "#eeeeee");
    write(folder.resolve("sliders.html"), sliders, "#ffffff", "#222222");
    write(folder.resolve("sliders-dark.html"), sliders, "#111111", "#eeeeee");
  }

  private static void write(Path file, List<View> views, String paper, String ink)
      throws IOException {
    StringBuilder page =
        new StringBuilder("<!doctype html><meta charset=\"utf-8\"><title>Samples</title>");
    page.append(
        "<style>body{background:%s;color:%s;font:14px sans-serif;margin:24px}</style>"
            .formatted(paper, ink));
    for (View view : views) page.append(view.html()).append('\n');
    Files.writeString(file, page);
    System.out.println(file + ": " + Files.size(file) + " bytes");
  }
}
