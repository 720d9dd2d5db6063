package longrange.grading.submissions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import longrange.grading.Contract;
import longrange.grading.Status;
import longrange.grading.extraction.Answer;
import longrange.grading.extraction.Extracted;
import longrange.grading.extraction.Extraction;
import longrange.grading.extraction.UnreadableFile;

/// What one student handed in, opened: the answer to each exercise, or why there is none. What is
/// wrong with the files is a status with a sentence, never an exception.
///
/// Where several files answer one exercise, a copy with a higher number counts before one with a
/// lower, then the last by name; a skeleton counts only where there is nothing else. Times of files
/// decide nothing, since unpacking a download changes them.
public final class Handed implements AutoCloseable {
  private final Path scratch;
  private final String hash;
  private final Optional<Extracted.Nothing> fault;
  private final List<ReadFile> files;
  private final List<String> warnings;

  /// The answer to one exercise.
  ///
  /// @param extracted what there is
  /// @param warnings what the student should know about the files
  public record Choice(Extracted extracted, List<String> warnings) {}

  /// A file's answer to one exercise.
  private record Candidate(HandedFile file, Answer answer) {
    private static final Comparator<Candidate> WORTH =
        Comparator.comparing((Candidate each) -> !each.isSkeleton())
            .thenComparingInt(each -> each.file().copyNumber());

    boolean isSkeleton() {
      return answer.source().contains("new Todo(");
    }
  }

  private Handed(
      Path scratch,
      String hash,
      Optional<Extracted.Nothing> fault,
      List<ReadFile> files,
      List<String> warnings) {
    this.scratch = scratch;
    this.hash = hash;
    this.fault = fault;
    this.files = files;
    this.warnings = warnings;
  }

  /// Opens a submission.
  ///
  /// @param scratch where archives are unpacked, a folder of this submission's own; {@link
  ///   #close()} deletes it
  /// @param assignment the exercises that are graded
  /// @throws IOException when this machine fails, which is no fault of the student's
  public static Handed open(Submission submission, Path scratch, List<Contract> assignment)
      throws IOException {
    Opening opening = new Opening(scratch);
    List<ReadFile> read = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    try {
      for (Submission.Source source : submission.sources()) {
        opening.collect(source);
      }
      read(opening.files(), read, unreadable);
    } catch (Refused e) {
      Optional<Extracted.Nothing> fault = Optional.of(Fault.rejected(e.why()));
      return new Handed(scratch, opening.hash(e.why()), fault, List.of(), List.of());
    }
    return new Handed(
        scratch,
        opening.hash(""),
        Fault.of(read, unreadable, opening.others(), assignment),
        read,
        unreadable);
  }

  private static void read(List<HandedFile> files, List<ReadFile> read, List<String> unreadable)
      throws Refused {
    int cells = 0;
    for (HandedFile file : files) {
      try {
        Extraction extraction = Extraction.of(file.path());
        read.add(new ReadFile(file, extraction));
        cells += extraction.cells();
      } catch (UnreadableFile e) {
        unreadable.add(String.valueOf(e.getMessage()));
      }
      if (cells > Limits.CELLS) {
        throw new Refused(
            "The files have more than %d cells of code together: hand in the answers only."
                .formatted(Limits.CELLS));
      }
    }
  }

  /// The same for the same files, wherever they lie.
  public String hash() {
    return hash;
  }

  /// What there is for one exercise.
  public Choice answer(Contract contract) {
    if (fault.isPresent()) {
      return new Choice(fault.get(), List.of());
    }
    List<Candidate> candidates = new ArrayList<>();
    List<Extracted.Nothing> nothing = new ArrayList<>();
    for (ReadFile file : files) {
      switch (file.extraction().answer(contract)) {
        case Answer answer -> candidates.add(new Candidate(file.file(), answer));
        case Extracted.Nothing none -> nothing.add(none);
      }
    }
    return candidates.isEmpty() ? none(nothing) : chosen(contract, candidates);
  }

  /// A blank answer, or a reason, says more than "there is none".
  private Choice none(List<Extracted.Nothing> nothing) {
    Extracted.Nothing best =
        nothing.stream()
            .filter(each -> each.status() != Status.MISSING)
            .findFirst()
            .orElse(nothing.getLast());
    return new Choice(best, warnings);
  }

  private Choice chosen(Contract contract, List<Candidate> candidates) {
    Candidate best = candidates.getFirst();
    for (Candidate each : candidates) {
      best = Candidate.WORTH.compare(each, best) >= 0 ? each : best;
    }
    List<String> all = new ArrayList<>(warnings);
    String source = best.answer().source();
    List<Candidate> rivals =
        candidates.stream()
            .filter(each -> !each.isSkeleton() && !each.answer().source().equals(source))
            .toList();
    if (!rivals.isEmpty()) {
      all.add(
          "%s is answered in %s too; %s counts."
              .formatted(
                  contract.id(),
                  rivals.stream().map(each -> each.file().name()).collect(Collectors.joining(", ")),
                  best.file().name()));
    }
    return new Choice(best.answer(), all);
  }

  @Override
  public void close() throws IOException {
    Scratch.delete(scratch);
  }
}
