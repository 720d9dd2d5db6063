/// Contracts that the tests of this module use. They stand where contracts stand, since the rules
/// go by the package.
@NullMarked
package longrange.exercises.toy;

import org.jspecify.annotations.NullMarked;
