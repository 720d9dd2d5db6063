/// From a file to a class that can be checked: finds the answers in a notebook or a `.java` file,
/// makes one program of each, and compiles it in memory.
///
/// It must not run any of it, and must not know the tests.
@NullMarked
package longrange.grading.extraction;

import org.jspecify.annotations.NullMarked;
