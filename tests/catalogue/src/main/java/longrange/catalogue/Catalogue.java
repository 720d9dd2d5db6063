package longrange.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// All answers of the catalogue.
public final class Catalogue {
  private static final String INDEX = "/META-INF/longrange/catalogue";

  private Catalogue() {}

  /// In the order of the index.
  public static List<Entry> all() {
    return names().stream().map(Catalogue::entry).toList();
  }

  /// The wrong answers to one exercise.
  public static List<Entry> wrong(Class<?> contract) {
    return of(contract).stream().filter(entry -> entry.wrong().isPresent()).toList();
  }

  /// The other correct answers to one exercise.
  public static List<Entry> correct(Class<?> contract) {
    return of(contract).stream().filter(entry -> entry.wrong().isEmpty()).toList();
  }

  private static List<Entry> of(Class<?> contract) {
    return all().stream().filter(entry -> entry.contract() == contract).toList();
  }

  private static Entry entry(String name) {
    try {
      return new Entry(Class.forName(name));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(INDEX + " names a class that is not there: " + name, e);
    }
  }

  private static List<String> names() {
    try (InputStream in = Catalogue.class.getResourceAsStream(INDEX)) {
      if (in == null) {
        throw new IllegalStateException(INDEX + " is missing from the jar.");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(INDEX + " is unreadable.", e);
    }
  }
}
