package longrange.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.exercises.Exercise;
import longrange.grading.Exercises;
import longrange.grading.Graders;
import longrange.grading.Grades;
import longrange.grading.diagnosis.CorrectAnswer;
import longrange.grading.diagnosis.WrongAnswer;
import org.junit.jupiter.api.Test;

/// A class that its index forgets would never run, and nobody would miss it.
class IndexTest {
  private static final JavaClasses COURSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("longrange.exercises", "longrange.graders", "longrange.catalogue");

  @Test
  void everyContractIsListed() {
    assertEquals(
        annotated(Exercise.class),
        names(Exercises.all().stream().map(contract -> contract.type())));
  }

  @Test
  void everyGraderIsListed() {
    assertEquals(annotated(Grades.class), names(Graders.installed().classes().stream()));
  }

  @Test
  void everyAnswerOfTheCatalogueIsListed() {
    Set<String> answers = new TreeSet<>(annotated(WrongAnswer.class));
    answers.addAll(annotated(CorrectAnswer.class));
    assertEquals(answers, names(Catalogue.all().stream().map(Entry::type)));
  }

  private static Set<String> annotated(Class<? extends Annotation> annotation) {
    Set<String> names =
        COURSE.stream()
            .filter(each -> each.isAnnotatedWith(annotation))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertFalse(names.isEmpty(), "the classes are on the class path");
    return names;
  }

  private static Set<String> names(Stream<Class<?>> types) {
    return types.map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
  }
}
