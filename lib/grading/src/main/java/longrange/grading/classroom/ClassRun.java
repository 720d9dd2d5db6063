package longrange.grading.classroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import longrange.grading.Contract;
import longrange.grading.submissions.Handed;
import longrange.grading.submissions.Scratch;
import longrange.grading.submissions.Submission;
import longrange.grading.submissions.SubmissionFolder;
import org.jspecify.annotations.Nullable;

/// Grades a class: a queue of exercises, each of one student, and workers that empty it.
///
/// The queue is short, and a submission is opened when its turn comes: what is in memory does not
/// grow with the class.
public final class ClassRun {
  /// The file in the folder of results that remembers what is done.
  static final String JOURNAL = "journal.jsonl";

  private static final String SCRATCH = "scratch";

  private final Grading grading;
  private final Conditions conditions;
  private final int jobs;
  private final RunProgress progress;

  private volatile @Nullable Journal journal;
  private volatile @Nullable Path scratch;
  private int done;
  private int fresh;
  private int all;

  /// @param jobs how many workers there are
  public ClassRun(Grading grading, Conditions conditions, int jobs, RunProgress progress) {
    this.grading = grading;
    this.conditions = conditions;
    this.jobs = jobs;
    this.progress = progress;
  }

  /// Grades what is not graded yet.
  ///
  /// @param out the folder of results
  /// @return all results, to be closed after use
  /// @throws OtherRun in one sentence, when the folder holds results that this run cannot go on
  ///   with
  public ClassResults run(SubmissionFolder folder, Path out)
      throws IOException, OtherRun, InterruptedException {
    Files.createDirectories(out);
    Journal journal = Journal.open(out.resolve(JOURNAL), conditions);
    Path scratch = out.resolve(SCRATCH);
    this.journal = journal;
    this.scratch = scratch;
    try {
      Scratch.delete(scratch);
      all = folder.submissions().size() * grading.assignment().exercises().size();
      try (Workers workers = new Workers(jobs)) {
        for (int i = 0; i < folder.submissions().size(); i++) {
          Path own = scratch.resolve(String.valueOf(i));
          feed(folder.submissions().get(i), own, journal, workers);
        }
        workers.finish();
      }
      Scratch.delete(scratch);
      return new ClassResults(grading.assignment(), conditions, folder.submissions(), journal);
    } catch (IOException | InterruptedException | RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /// Ends the run from another thread, as far as it is seen from outside: no result is written down
  /// any more, so none that came of being stopped, and what was unpacked is gone.
  public void stop() throws IOException {
    Journal open = journal;
    Path unpacked = scratch;
    if (open == null || unpacked == null) {
      return;
    }
    open.close();
    // Somebody may be unpacking just now, for the last time.
    for (int i = 0; i < 20 && Files.exists(unpacked); i++) {
      try {
        Scratch.delete(unpacked);
      } catch (IOException e) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
  }

  private void feed(Submission submission, Path scratch, Journal journal, Workers workers)
      throws IOException, InterruptedException {
    String student = submission.student().key();
    List<Contract> exercises = grading.assignment().exercises();
    journal.check();
    Handed handed;
    try {
      handed = Handed.open(submission, scratch, exercises);
    } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
      unopened(submission, e, journal);
      return;
    }
    List<Contract> open = new ArrayList<>(exercises);
    open.removeIf(each -> journal.has(student, each.id(), handed.hash()));
    report(exercises.size() - open.size(), 0);
    if (open.isEmpty()) {
      handed.close();
      return;
    }
    Opened opened = new Opened(submission, handed, open);
    for (Contract contract : opened.open()) {
      workers.take(() -> {
        opened.grade(contract, grading, journal);
        report(1, 1);
      });
    }
  }

  /// A submission at which the reader of it fails is no reason to leave the others ungraded.
  private void unopened(Submission submission, Throwable why, Journal journal) throws IOException {
    for (Contract contract : grading.assignment().exercises()) {
      ExerciseResult result = grading.unopened(contract, why);
      journal.add(new Journal.Line(submission.student().key(), "", result));
      report(1, 1);
    }
  }

  private synchronized void report(int more, int graded) {
    done += more;
    fresh += graded;
    if (more > 0) {
      progress.graded(done, fresh, all);
    }
  }
}
