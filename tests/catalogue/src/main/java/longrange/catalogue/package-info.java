/// The catalogue: known wrong answers that a student would write, and correct ones by other
/// algorithms. The graders are tested with them, and a student whose results are those of a wrong
/// one is shown its hint.
///
/// A package per exercise, a class per answer. Each stands alone, uses the JDK and the contracts,
/// and says in its annotation what is to become of it. Its source travels in the jar, so that it
/// can also be handed in as a student would. It must not know the graders or the reference answers.
///
/// To add one: write the class, put its name into `META-INF/longrange/catalogue`, and run the tests
/// of `tests/suites`; they say what is missing.
@NullMarked
package longrange.catalogue;

import org.jspecify.annotations.NullMarked;
