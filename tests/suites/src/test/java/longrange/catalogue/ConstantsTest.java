package longrange.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An answer is refused when its class file refers to the library. The compiler copies the value of
/// a constant into whoever uses it, and leaves no reference behind.
class ConstantsTest {
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              "longrange.linalg",
              "longrange.autodiff",
              "longrange.cells",
              "longrange.models",
              "longrange.probes",
              "longrange.tasks",
              "longrange.training",
              "longrange.notebook",
              "longrange.grading",
              "longrange.kernel");

  @Test
  void noConstantOfTheLibraryIsCopiedIntoAnAnswer() throws IOException {
    assertTrue(LIBRARY.size() > 50, "the library is on the class path");
    List<String> copied = new ArrayList<>();
    for (JavaClass type : LIBRARY) {
      try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
        ClassFile.of().parse(file.readAllBytes()).fields().stream()
            .filter(field -> field.flags().has(AccessFlag.PUBLIC))
            .filter(field -> field.findAttribute(Attributes.constantValue()).isPresent())
            .forEach(field -> copied.add(type.getName() + "." + field.fieldName().stringValue()));
      }
    }
    assertEquals(List.of(), copied, "initialise these by a call, as in Double.valueOf(0.5)");
  }
}
