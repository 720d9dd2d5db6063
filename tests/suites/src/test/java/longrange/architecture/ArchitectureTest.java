package longrange.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may know whom: the data-flow picture of the README, held by the build.
class ArchitectureTest {
  private static final String[] CORE = {
    "longrange.linalg..",
    "longrange.autodiff..",
    "longrange.cells..",
    "longrange.models..",
    "longrange.probes..",
    "longrange.tasks..",
    "longrange.training.."
  };

  private static final DescribedPredicate<JavaClass> MATRIX =
      assignableTo("org.ejml.data.DMatrixD1");

  private static final JavaClasses COURSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("longrange");

  @Test
  void everyModuleIsLookedAt() {
    for (String name :
        List.of("exercises", "cells", "grading", "kernel", "notebook", "solutions", "course")) {
      assertTrue(
          COURSE.stream().anyMatch(c -> c.getPackageName().startsWith("longrange." + name)),
          "no class of longrange." + name + " is on the class path, so its rules hold idly");
    }
  }

  @TestFactory
  Stream<DynamicTest> aModuleUsesOnlyWhatStandsBeforeIt() {
    return Stream.of(
        claim("exercises know only the JDK", uses("longrange.exercises..")),
        claim("core knows no other module", uses(CORE)),
        claim("grading knows exercises", uses("longrange.grading..", "longrange.exercises..")),
        claim("the kernel knows nothing of the course", uses("longrange.kernel..")),
        claim(
            "notebook knows core, exercises, grading and the kernel's control",
            uses(
                "longrange.notebook..",
                with(CORE, "longrange.exercises..", "longrange.grading..", "longrange.kernel"))),
        claim(
            "solutions know contracts and core",
            uses("longrange.solutions..", with(CORE, "longrange.exercises.."))),
        claim(
            "graders know contracts and annotations",
            uses("longrange.graders..", "longrange.exercises..", "longrange.grading..")),
        claim(
            "what runs in an answer's process knows only itself",
            uses("longrange.grading.sandbox.student..", "longrange.grading.sandbox.wire..")),
        claim("the wire knows only the JDK", uses("longrange.grading.sandbox.wire..")),
        claim(
            "the catalogue knows contracts and annotations",
            uses("longrange.catalogue..", "longrange.exercises..", "longrange.grading.diagnosis")),
        claim(
            "nothing visible refers to a hidden grader",
            noClasses()
                .that()
                .resideInAPackage("longrange.graders.ch*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("longrange.graders.hidden..")));
  }

  @TestFactory
  Stream<DynamicTest> aLibraryStaysInItsModule() {
    return Stream.of(
        claim(
            "XChart and Tablesaw are used in notebook only",
            onlyIn("longrange.notebook..", "org.knowm..", "tech.tablesaw..")),
        claim(
            "JShell is used in kernel and grading",
            onlyIn(List.of("longrange.kernel..", "longrange.grading.."), "jdk.jshell..")),
        claim(
            "EJML is used in core and notebook",
            onlyIn(List.of(with(CORE, "longrange.notebook..")), "org.ejml..")),
        claim(
            "only linalg, autodiff and cells touch a matrix's backing array",
            noClasses()
                .that()
                .resideOutsideOfPackages(
                    "longrange.linalg..", "longrange.autodiff..", "longrange.cells..")
                .should()
                .accessFieldWhere(target(name("data")).and(targetOwner(MATRIX)))
                .orShould()
                .callMethodWhere(target(name("getData")).and(targetOwner(MATRIX)))),
        claim(
            "the Vector API is used in one class family of the kernels",
            noClasses()
                .that()
                .resideOutsideOfPackage("longrange.linalg.kernels")
                .or()
                .haveSimpleNameNotStartingWith("Vector")
                .and()
                .areTopLevelClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jdk.incubator..")),
        claim(
            "JUnit is used in grading and graders",
            onlyIn(
                List.of("longrange.grading..", "longrange.graders.."),
                "org.junit..",
                "org.opentest4j..")),
        claim(
            "protocol classes are used in kernel and notebook",
            onlyIn(
                List.of("longrange.kernel..", "longrange.notebook.."),
                "org.dflib..",
                "org.zeromq..")));
  }

  @TestFactory
  Stream<DynamicTest> thereIsNoCycle() {
    return Stream.of(
        claim(
            "no cycle between packages",
            slices().matching("longrange.(*)..").should().beFreeOfCycles()));
  }

  private static DynamicTest claim(String sentence, ArchRule rule) {
    return DynamicTest.dynamicTest(sentence, () -> rule.as(sentence).check(COURSE));
  }

  /// Classes of `from` may use themselves and `others`, and nothing else of the course.
  private static ArchRule uses(String from, String... others) {
    return uses(new String[] {from}, others);
  }

  private static ArchRule uses(String[] from, String... others) {
    return noClasses()
        .that()
        .resideInAnyPackage(from)
        .should()
        .dependOnClassesThat(
            resideInAPackage("longrange..").and(not(resideInAnyPackage(with(from, others)))));
  }

  private static ArchRule onlyIn(String module, String... libraries) {
    return onlyIn(List.of(module), libraries);
  }

  private static ArchRule onlyIn(List<String> modules, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(modules.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }
}
