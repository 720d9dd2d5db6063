package longrange.course.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import longrange.course.build.Jars;
import longrange.course.build.LaunchArguments;
import longrange.course.build.Tree;
import longrange.course.student.Originals;
import longrange.grading.Contract;
import longrange.grading.Exercises;

/// The start-up cache of `./course` itself: a check is what a student asks for most.
///
/// @param tree the clone
/// @param caches makes the cache
record CommandCache(Tree tree, StartUpCache caches) {

  /// Makes it, by checking a skeleton: that loads the splitter, the compiler and the test engine.
  void train() throws IOException {
    for (Path original : new Originals(tree.root()).files()) {
      String answer = original.getFileName().toString().replaceAll("\\.java$", "");
      Optional<Contract> contract = Exercises.byName(answer);
      if (contract.isPresent()) {
        List<Path> jars = new Jars(tree).classPath();
        String skeleton = tree.root().resolve(original).toString();
        List<String> check = List.of("check", contract.get().id(), skeleton);
        caches.train("course", cache -> rehearsal(jars, cache, check), jars);
        return;
      }
    }
  }

  private List<String> rehearsal(List<Path> jars, Path cache, List<String> verb) {
    List<String> command = new ArrayList<>(List.of(Kernel.java().toString()));
    command.addAll(new LaunchArguments(tree, jars).with("-XX:AOTCacheOutput=" + cache));
    command.addAll(verb);
    return command;
  }
}
