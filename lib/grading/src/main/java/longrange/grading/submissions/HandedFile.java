package longrange.grading.submissions;

import java.nio.file.Path;

/// A notebook or a Java file that a student handed in.
///
/// @param name as the student gave it, with the folders or the archive it lay in
/// @param path where it is now
record HandedFile(String name, Path path) {
  int copyNumber() {
    return CopyNumber.ofFile(FileName.stem(FileName.last(name))).number();
  }
}
