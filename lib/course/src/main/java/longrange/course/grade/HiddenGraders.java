package longrange.course.grade;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import longrange.course.build.Jars;
import longrange.course.build.Refusal;
import longrange.course.build.Tree;
import longrange.grading.Graders;

/// The tests that run on submission. Their jar is on no class path: it is read where it is needed.
public final class HiddenGraders {
  private HiddenGraders() {}

  /// All graders, the visible and the hidden ones.
  ///
  /// @throws Refusal when this copy of the course has no hidden ones
  public static Graders withVisible(Tree tree) throws IOException {
    List<Path> jars = new Jars(tree).hidden();
    if (jars.isEmpty()) {
      throw Refusal.usage("The hidden tests are not part of this copy of the course.");
    }
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    // Never closed: the graders load their classes as they run, and the process ends with them.
    return Graders.in(new URLClassLoader(urls, Graders.class.getClassLoader()));
  }
}
