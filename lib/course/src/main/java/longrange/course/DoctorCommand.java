package longrange.course;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import picocli.CommandLine.Command;

/// `./course doctor`: what this machine has, what it lacks, what to do.
@Command(name = "doctor", description = "Checks all that this machine needs; says what to do.")
final class DoctorCommand implements Callable<Integer> {
  private final Tree tree;
  private final Terminal terminal;

  DoctorCommand(Tree tree, Terminal terminal) {
    this.tree = tree;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Machine machine = new Machine(tree);
    List<Finding> findings =
        Stream.concat(always(machine), tree.isBundle() ? Stream.of() : Stream.of(machine.maven()))
            .peek(finding -> terminal.say(finding.toString()))
            .toList();
    for (TestTool tool : tree.isBundle() ? List.<TestTool>of() : TestTool.ALL) {
      terminal.say(machine.tool(tool).toString());
    }
    long bad = findings.stream().filter(each -> each.grade() == Finding.Grade.BAD).count();
    if (bad > 0) {
      throw Refusal.machine(
          (bad == 1 ? "One thing keeps" : bad + " things keep")
              + " the course from working: above.");
    }
    terminal.say("The course works here. The picture it drew: " + tree.shown(machine.drawing()));
    return 0;
  }

  private static Stream<Finding> always(Machine machine) throws IOException {
    return Stream.of(
        machine.system(),
        machine.jdk(),
        machine.python(),
        machine.environment(),
        machine.picture(),
        machine.disk(),
        machine.memory());
  }
}
