package longrange.grading.submissions;

/// How much one student may hand in. What is over a limit is refused before it is read.
final class Limits {
  /// A notebook full of pictures has a few megabytes.
  static final long FILE_BYTES = 20_000_000;

  /// All that is unpacked of one archive.
  static final long UNPACKED_BYTES = 60_000_000;

  static final long ARCHIVE_BYTES = 100_000_000;

  /// Files and folders, in an archive or on the disk.
  static final int ENTRIES = 2_000;

  /// Cells of code in all files together; a Java file is one. Each takes some hundredths of a
  /// second to read.
  static final int CELLS = 1_000;

  /// The table of contents of an archive: it is read whole.
  static final int DIRECTORY_BYTES = 2_000_000;

  /// Folders inside of each other.
  static final int DEPTH = 12;

  private Limits() {}

  static String megabytes(long bytes) {
    return bytes / 1_000_000 + " MB";
  }
}
