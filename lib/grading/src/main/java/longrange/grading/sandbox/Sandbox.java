package longrange.grading.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import longrange.grading.Checker;
import longrange.grading.extraction.Answer;
import longrange.grading.extraction.Compilation;

/// Where answers are graded: made once for a grading run, closed at its end.
///
/// It may be used from several threads at once.
public final class Sandbox implements AutoCloseable {
  /// What a grading run chooses.
  ///
  /// @param isolation what stands between an answer and this machine
  /// @param limits what an answer may use up
  /// @param workspace a folder that is kept from run to run: the start-up cache is made there
  /// @param parallel how many answers are graded at once: as many processes are kept warm
  /// @param seed decides which answers with full marks run a second time
  public record Setup(
      Isolation isolation, Limits limits, Path workspace, int parallel, long seed) {}

  private final Setup setup;

  private Sandbox(Setup setup) {
    this.setup = setup;
  }

  /// Makes a sandbox ready.
  ///
  /// @throws IllegalStateException in one sentence, when this machine cannot do what is asked for
  public static Sandbox open(Setup setup) throws IOException {
    return new Sandbox(setup);
  }

  /// Compiles an answer in a process with limits of its own.
  public Compilation compile(Answer answer) {
    throw new UnsupportedOperationException("not yet: " + setup);
  }

  /// Compiles an answer and, if that succeeds, grades it.
  public Graded grade(Answer answer, Checker checker) {
    throw new UnsupportedOperationException("not yet: " + setup);
  }

  /// Runs the tests on an answer, in processes of its own.
  ///
  /// @param checker the graders and a listener; its limit and its stopper are replaced
  public Graded grade(Compilation.Compiled answer, Checker checker) {
    throw new UnsupportedOperationException("not yet: " + setup);
  }

  /// Ends all processes and deletes all files of this run.
  @Override
  public void close() {}
}
