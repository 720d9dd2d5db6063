package longrange.kernel.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.util.Elements.DocCommentKind;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Doc comments from sources: those of the cells, those in a `NAME-sources.jar` beside each
/// `NAME.jar` of the class path, and the JDK's.
final class DocSources {
  /// The doc of a member, the cells' own before the jars'.
  Optional<DocText> find(Member member, List<String> cells) {
    Stream<String> own =
        cells.stream().flatMap(source -> Stream.of(source, "class $ {" + source + "\n}"));
    String file = "/" + fileName(member);
    Stream<String> jars = sourceJars().flatMap(jar -> entries(jar, file).stream());
    return Stream.concat(own, jars)
        .map(source -> comment(source, member))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /// The file that declares the member's type: the first name of its path that begins in upper
  /// case.
  private static String fileName(Member member) {
    StringBuilder path = new StringBuilder();
    for (String part : member.owner().split("\\.", -1)) {
      path.append(part);
      if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
        return path + ".java";
      }
      path.append('/');
    }
    return path + ".java";
  }

  private static Stream<Path> sourceJars() {
    String classPath = System.getProperty("java.class.path", "");
    Stream<Path> beside =
        Stream.of(classPath.split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"))
            .map(entry -> Path.of(entry.substring(0, entry.length() - 4) + "-sources.jar"));
    // JShell overlooks what a JDK type inherits, as a List its stream().
    Path jdk = Path.of(System.getProperty("java.home", ""), "lib", "src.zip");
    return Stream.concat(beside, Stream.of(jdk)).filter(Files::isRegularFile);
  }

  private static List<String> entries(Path jar, String file) {
    List<String> found = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (("/" + entry.getName()).endsWith(file)) {
          found.add(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
        }
      }
    } catch (IOException e) {
      // A broken sources jar costs its docs, nothing else.
      return List.of();
    }
    return found;
  }

  private static @Nullable DocText comment(String source, Member member) {
    if (!source.contains("/**") && !source.contains("///")) {
      return null;
    }
    JavaFileObject file =
        SimpleJavaFileObject.forSource(URI.create("string:///Source.java"), source);
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(file));
    try {
      Search search = new Search(DocTrees.instance(task), member);
      task.parse().forEach(unit -> search.scan(new TreePath(unit), null));
      return search.found;
    } catch (IOException e) {
      return null;
    }
  }

  /// Looks for the member, by name and parameter types.
  private static final class Search extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final DocTrees docs;
    private final Member member;
    private @Nullable DocText found;

    Search(DocTrees docs, Member member) {
      this.docs = docs;
      this.member = member;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void ignored) {
      // A record's constructor is seldom written: its doc is the record's.
      boolean itself = member.name().isEmpty() || (member.isConstructor() && isRecord(tree));
      if (itself && isOwner(tree)) {
        take();
      }
      return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void ignored) {
      if (member.isMethod() && isHere(tree.getName().toString()) && hasParameters(tree)) {
        take();
      }
      return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void ignored) {
      if (!member.isMethod() && isHere(tree.getName().toString())) {
        take();
      }
      return null;
    }

    private boolean isHere(String name) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      boolean named =
          name.equals(member.name()) || (name.equals("<init>") && member.isConstructor());
      return named
          && parent instanceof ClassTree type
          && (member.owner().isEmpty() || isOwner(type));
    }

    private static boolean isRecord(ClassTree type) {
      return type.getKind() == Tree.Kind.RECORD;
    }

    private boolean isOwner(ClassTree type) {
      String name = type.getSimpleName().toString();
      return !name.isEmpty() && ("." + member.owner()).endsWith("." + name);
    }

    private boolean hasParameters(MethodTree tree) {
      return tree.getParameters().stream()
          .map(parameter -> Member.simple(parameter.getType().toString()))
          .toList()
          .equals(member.parameters());
    }

    private void take() {
      String comment = docs.getDocComment(getCurrentPath());
      if (comment != null && found == null) {
        boolean markdown = docs.getDocCommentKind(getCurrentPath()) == DocCommentKind.END_OF_LINE;
        found = new DocText(comment, markdown);
      }
    }
  }
}
