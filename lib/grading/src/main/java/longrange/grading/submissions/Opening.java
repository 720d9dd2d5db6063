package longrange.grading.submissions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import longrange.grading.Sha256;

/// Opens a submission: walks its folders, unpacks its archives, collects what is to be read. Links
/// are never followed, and nothing is opened that is no plain file.
final class Opening {
  private final Path scratch;
  private final List<HandedFile> files = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private int entries;

  Opening(Path scratch) {
    this.scratch = scratch;
  }

  List<HandedFile> files() {
    return files;
  }

  /// The names of files of no use here.
  List<String> others() {
    return others;
  }

  void collect(Submission.Source source) throws IOException, Refused {
    collect(source.path(), source.name(), 0);
  }

  private void collect(Path path, String name, int depth) throws IOException, Refused {
    if (++entries > Limits.ENTRIES) {
      throw new Refused("There are more than " + Limits.ENTRIES + " files in it.");
    }
    if (Files.isSymbolicLink(path)) {
      throw new Refused(name + " is a link: hand in the file itself.");
    }
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      folder(path, name, depth);
    } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      file(path, name);
    } else {
      throw new Refused(name + " is neither a file nor a folder.");
    }
  }

  private void folder(Path folder, String name, int depth) throws IOException, Refused {
    if (depth >= Limits.DEPTH) {
      throw new Refused(name + " lies more than " + Limits.DEPTH + " folders deep.");
    }
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path each : all) {
        inside.add(each);
        if (inside.size() > Limits.ENTRIES) {
          break;
        }
      }
    }
    inside.sort(Comparator.comparing(each -> each.getFileName().toString()));
    for (Path each : inside) {
      String last = each.getFileName().toString();
      if (!FileName.isJunk(last)) {
        collect(each, depth == 0 ? last : name + "/" + last, depth + 1);
      }
    }
  }

  private void file(Path file, String name) throws IOException, Refused {
    if (FileName.extension(name).equals("zip")) {
      Path target = scratch.resolve(String.valueOf(entries));
      files.addAll(new Archive(file, name).unpack(target, new Sorting(true)));
    } else if (!new Sorting(false).wants(name)) {
      others.add(name);
    } else if (Files.size(file) > Limits.FILE_BYTES) {
      throw new Refused(
          "%s has more than %s: clear the outputs of the notebook and save it again."
              .formatted(name, Limits.megabytes(Limits.FILE_BYTES)));
    } else {
      files.add(new HandedFile(name, file));
    }
  }

  /// Names what was handed in: the same files have the same hash, wherever they lie.
  String hash(String refusal) throws IOException {
    MessageDigest digest = Sha256.digest();
    for (HandedFile file : files) {
      byte[] content = Files.readAllBytes(file.path());
      digest.update((file.name() + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
      digest.update(content);
    }
    digest.update((others + "\0" + refusal).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }
}
