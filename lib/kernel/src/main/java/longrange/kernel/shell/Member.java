package longrange.kernel.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A type, method, constructor or field, read from the signature JShell shows for it.
///
/// @param owner the type, qualified where JShell does so; empty for a method of a cell
/// @param name of the member; empty for the type itself
/// @param parameters simple names of a method's parameter types
/// @param isMethod whether it has a parameter list
record Member(String owner, String name, List<String> parameters, boolean isMethod) {
  private static final Pattern CALL = Pattern.compile("([\\w.$]+)\\(([^)]*)\\).*");
  private static final Pattern FIELD = Pattern.compile("([\\w.$]+)\\.(\\w+):.*");
  private static final Pattern TYPE = Pattern.compile("[\\w.$]+");

  /// Reads `int Owner.name(int a)`, `Owner(int a)`, `Owner.FIELD:int` or `some.Owner<T>`.
  static Optional<Member> of(String signature) {
    String plain = withoutTypeArguments(signature).strip();
    Matcher call = CALL.matcher(plain);
    if (call.find()) {
      String path = call.group(1);
      boolean constructor = plain.startsWith(path);
      String owner = constructor ? path : before(path);
      return Optional.of(new Member(owner, last(path), parameters(call.group(2)), true));
    }
    Matcher field = FIELD.matcher(plain);
    if (field.matches()) {
      return Optional.of(new Member(field.group(1), field.group(2), List.of(), false));
    }
    return TYPE.matcher(plain).matches()
        ? Optional.of(new Member(plain, "", List.of(), false))
        : Optional.empty();
  }

  /// Whether it is one, or a record's type, which JShell shows like one.
  boolean isConstructor() {
    return isMethod && owner.endsWith(name);
  }

  private static String withoutTypeArguments(String signature) {
    String outer = signature.replaceAll("<[^<>]*>", "");
    return outer.equals(signature) ? signature : withoutTypeArguments(outer);
  }

  private static List<String> parameters(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(parameter -> !parameter.isEmpty())
        .map(parameter -> simple(parameter.replaceFirst("\\s+\\w+$", "")))
        .toList();
  }

  /// A type as it stands in a source: `double[][]`, `List`.
  static String simple(String type) {
    return last(withoutTypeArguments(type).replaceAll("@\\S+\\s+|final\\s+", "").strip())
        .replace("...", "[]");
  }

  private static String before(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  private static String last(String path) {
    String dots = path.endsWith("...") ? "..." : "";
    String name = path.substring(0, path.length() - dots.length());
    return name.substring(name.lastIndexOf('.') + 1) + dots;
  }
}
