package longrange.grading.extraction;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/// Source text for the compiler, from memory.
final class MemorySource extends SimpleJavaFileObject {
  private final String text;

  /// Names the text as a file of this class.
  MemorySource(String className, String text) {
    super(URI.create("memory:///" + className + Kind.SOURCE.extension), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
