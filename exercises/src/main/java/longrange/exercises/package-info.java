/// The contracts of the exercises, one public functional interface each, in a package per chapter.
///
/// This is all that a student's process ever needs. It must know nothing but the JDK: no library,
/// no test, no solution.
@NullMarked
package longrange.exercises;

import org.jspecify.annotations.NullMarked;
