package longrange.classroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import longrange.grading.Status;

/// Sixty students, the same for the same seed: twelve right, twelve with all the mistakes there
/// are, four with half of it, eighteen who are hostile or look so, fourteen careless with files.
///
/// @param pupils in the order of their names
record GeneratedClass(List<Pupil> pupils) {

  static GeneratedClass seeded(long seed) {
    Random random = new Random(seed);
    List<Pupil> pupils = new ArrayList<>();
    List<Form> forms = List.of(Form.values());
    for (int i = 0; i < 12; i++) {
      Form form = forms.get(i % forms.size());
      pupils.add(Pupil.of(name(pupils), "right, as " + form, form, List.of()));
    }
    for (int i = 0; i < Mistakes.JACOBIAN_PRODUCT.size(); i++) {
      pupils.add(Pupil.of(name(pupils), "mistakes", form(random), mistakes(i)));
    }
    for (String blank : RightAnswers.EXERCISES) {
      Planted todo = Planted.ending(blank, "blank", "", Status.TODO);
      pupils.add(Pupil.of(name(pupils), "blank in " + blank, form(random), List.of(todo)));
    }
    for (Planted hostile : HostileAnswers.ALL) {
      pupils.add(Pupil.of(name(pupils), hostile.name(), form(random), List.of(hostile)));
    }
    for (Careless each : Careless.values()) {
      pupils.add(each.pupil(name(pupils)));
    }
    return new GeneratedClass(List.copyOf(pupils));
  }

  private static String name(List<Pupil> before) {
    return "student %02d".formatted(before.size() + 1);
  }

  /// Helpers in other cells are for right answers: a mistake may stand in the helper.
  private static Form form(Random random) {
    List<Form> forms = Stream.of(Form.values()).filter(each -> each != Form.HELPERS).toList();
    return forms.get(random.nextInt(forms.size()));
  }

  private static List<Planted> mistakes(int i) {
    return Stream.of(
            Mistakes.JACOBIAN_PRODUCT,
            Mistakes.SPECTRAL_NORM,
            Mistakes.SPECTRAL_RADIUS,
            Mistakes.TRANSIENT_WITNESS)
        .filter(all -> i < all.size())
        .map(all -> all.get(i))
        .toList();
  }

  /// A part of the class: every `n`-th, from one drawn by the seed.
  GeneratedClass sample(int n, long seed) {
    int first = new Random(seed).nextInt(n);
    List<Pupil> some = new ArrayList<>();
    for (int i = first; i < pupils.size(); i += n) {
      some.add(pupils.get(i));
    }
    return new GeneratedClass(some);
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Pupil pupil : pupils) {
      pupil.handIn().write(folder);
    }
  }
}
