package longrange.grading.classroom;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import longrange.grading.Status;
import org.jspecify.annotations.Nullable;

/// What has been graded so far, a line each, in the order in which it was done. It is the run's
/// only memory: whatever moment it is stopped at, the lines that are there are finished results,
/// and what has no line is graded again.
///
/// The first line holds the conditions; a journal of other conditions is not gone on with. In
/// memory there is only where each line stands.
final class Journal implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BLOCK = 1 << 16;

  /// A line.
  ///
  /// @param hash of what was handed in
  record Line(String student, String hash, ExerciseResult result) {}

  private record Place(String hash, boolean failed, long from, int length) {}

  private final FileChannel file;
  private final Map<String, Place> places = new HashMap<>();
  private @Nullable Conditions conditions;
  private long end;

  private Journal(FileChannel file) {
    this.file = file;
  }

  /// Opens the journal, made where there is none, for this process alone.
  ///
  /// @throws OtherRun in one sentence, when it cannot be gone on with
  static Journal open(Path path, Conditions conditions) throws IOException, OtherRun {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (!isAlone(file)) {
        throw new OtherRun("Another run is writing to " + path.getParent() + ": wait for it.");
      }
      Journal journal = new Journal(file);
      journal.read(path);
      journal.begin(conditions, path);
      return journal;
    } catch (IOException | OtherRun | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// Takes the file until it is closed, also when this process is killed.
  private static boolean isAlone(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // The other run is in this process.
      return false;
    }
  }

  private void begin(Conditions now, Path path) throws IOException, OtherRun {
    if (conditions == null) {
      conditions = now;
      write(JSON.writeValueAsBytes(now));
    } else if (!conditions.equals(now)) {
      throw new OtherRun(
          "%s holds results of a run with another %s. Give another --out, or delete that folder."
              .formatted(path.getParent(), OtherRun.difference(conditions, now)));
    }
  }

  /// Finds the lines. One that was being written when the machine went down has no end, or is
  /// damaged: it counts as not there.
  private void read(Path path) throws IOException, OtherRun {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    var line = new ByteArrayOutputStream();
    long from = 0;
    while (file.read(block.clear(), from + line.size()) > 0) {
      block.flip();
      while (block.hasRemaining()) {
        byte next = block.get();
        if (next != '\n') {
          line.write(next);
          continue;
        }
        if (from == 0) {
          conditions = conditions(line.toByteArray(), path);
        } else {
          take(line.toByteArray(), from);
        }
        from += line.size() + 1;
        line.reset();
      }
    }
    end = from;
    file.truncate(end);
  }

  /// Without them nobody knows what the lines below hold for.
  private static Conditions conditions(byte[] bytes, Path path) throws IOException, OtherRun {
    try {
      return Objects.requireNonNull(JSON.readValue(bytes, Conditions.class));
    } catch (JacksonException | NullPointerException e) {
      throw new OtherRun(
          "The first line of %s is damaged, or of another version of the course, so its results are not gone on with. Give another --out, or delete that folder."
              .formatted(path));
    }
  }

  private void take(byte[] bytes, long from) throws IOException {
    try {
      Line line = JSON.readValue(bytes, Line.class);
      places.put(key(line), place(line, from, bytes.length));
    } catch (JacksonException e) {
      // Damaged: that exercise is graded again.
      return;
    }
  }

  /// What the grader failed at is tried again by the next run.
  private static Place place(Line line, long from, int length) {
    return new Place(line.hash(), line.result().status() == Status.INFRA, from, length);
  }

  private static String key(Line line) {
    return key(line.student(), line.result().exercise());
  }

  private static String key(String student, String exercise) {
    return exercise + " " + student;
  }

  /// Does nothing while results can be written down.
  ///
  /// @throws IOException after the end
  void check() throws IOException {
    if (!file.isOpen()) {
      throw new ClosedChannelException();
    }
  }

  /// Whether this student's exercise has a result, for what is handed in now.
  synchronized boolean has(String student, String exercise, String hash) {
    Place place = places.get(key(student, exercise));
    return place != null && place.hash().equals(hash) && !place.failed();
  }

  /// Adds a result: one write, on the disk before this returns.
  synchronized void add(Line line) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(line);
    long from = end;
    write(bytes);
    places.put(key(line), place(line, from, bytes.length));
  }

  private void write(byte[] json) throws IOException {
    ByteBuffer line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
    long at = end;
    while (line.hasRemaining()) {
      at += file.write(line, at);
    }
    file.force(false);
    end = at;
  }

  /// The result of a student's exercise; empty when there is none yet.
  synchronized Optional<ExerciseResult> result(String student, String exercise) {
    Place place = places.get(key(student, exercise));
    if (place == null) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(place.length());
    try {
      while (bytes.hasRemaining() && file.read(bytes, place.from() + bytes.position()) > 0) {
        // Until it is full: a read may give less than was asked for.
      }
      String text = new String(bytes.array(), StandardCharsets.UTF_8);
      return Optional.of(JSON.readValue(text, Line.class).result());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// From now on nothing is written down: what is being added is written whole before.
  @Override
  public synchronized void close() throws IOException {
    file.close();
  }
}
