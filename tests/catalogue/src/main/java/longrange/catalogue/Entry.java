package longrange.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import longrange.exercises.Exercise;
import longrange.grading.diagnosis.WrongAnswer;

/// One answer of the catalogue.
///
/// @param type its class, with a public constructor without parameters
public record Entry(Class<?> type) {
  private static final Pattern DECLARATION = Pattern.compile("(?m)^public final (?=class )");

  /// The contract it implements.
  public Class<?> contract() {
    return Arrays.stream(type.getInterfaces())
        .filter(each -> each.isAnnotationPresent(Exercise.class))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(type.getName() + " implements no contract."));
  }

  /// What is known of it, when it is wrong.
  public Optional<WrongAnswer> wrong() {
    return Optional.ofNullable(type.getAnnotation(WrongAnswer.class));
  }

  /// A new object of its class.
  public Object answer() {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          type.getName() + " needs a public constructor without parameters.", e);
    }
  }

  /// The same answer as a student hands it in: import lines and a class `MyX`, in no package. It is
  /// the text of a file `MyX.java` and of an answer cell alike.
  public String studentSource() {
    String source = source();
    Matcher declaration = DECLARATION.matcher(source);
    if (!declaration.find()) {
      throw new IllegalStateException(type.getName() + " must be a public final class.");
    }
    String imports =
        source
            .substring(0, declaration.start())
            .lines()
            .filter(line -> line.startsWith("import "))
            .filter(line -> !line.startsWith("import longrange.grading."))
            .collect(Collectors.joining("\n"));
    String name = "My" + contract().getSimpleName();
    String text = source.substring(declaration.end());
    return imports + "\n\n" + text.replaceAll("\\b" + type.getSimpleName() + "\\b", name);
  }

  /// The source travels in the jar.
  private String source() {
    String file = type.getSimpleName() + ".java";
    try (InputStream in = type.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing beside its class file.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is unreadable.", e);
    }
  }

  @Override
  public String toString() {
    return contract().getSimpleName() + " / " + type.getSimpleName();
  }
}
