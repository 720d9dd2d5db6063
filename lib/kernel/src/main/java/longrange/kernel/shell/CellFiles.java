package longrange.kernel.shell;

import static javax.tools.StandardLocation.CLASS_PATH;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/// The compiler's files: the JDK's own file manager, but for the class path.
final class CellFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  private static final int INDEX_AFTER_S = 10;

  private final ClassPathFiles classPath;
  private final CountDownLatch settled = new CountDownLatch(1);

  CellFiles(StandardJavaFileManager standard, JarIndex index) {
    super(standard);
    this.classPath = new ClassPathFiles(index);
  }

  /// From now on JShell may read all jars in the background: somebody asks for completion.
  void settle() {
    settled.countDown();
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location != CLASS_PATH || recurse) {
      return super.list(location, packageName, kinds, recurse);
    }
    return kinds.contains(JavaFileObject.Kind.CLASS)
        ? classPath.list(fileManager.getLocationAsPaths(CLASS_PATH), packageName)
        : List.of();
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof ClassPathFiles.ClassFile own
        ? own.binaryName
        : super.inferBinaryName(location, file);
  }

  /// Nobody asks but JShell's index of all names, on a thread of its own. It then reads every jar
  /// and the whole JDK: a second's work, which would be in the way of the first cell.
  @Override
  public Iterable<? extends Path> getLocationAsPaths(Location location) {
    try {
      var _ = settled.await(INDEX_AFTER_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return fileManager.getLocationAsPaths(location);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a.toUri().equals(b.toUri());
  }

  @Override
  public Iterable<? extends File> getLocation(Location location) {
    return fileManager.getLocation(location);
  }

  @Override
  public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
    fileManager.setLocation(location, files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }
}
