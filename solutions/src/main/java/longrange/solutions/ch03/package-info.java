/// The reference answers of chapter 3, the Jacobian product. They must not know the tests.
@NullMarked
package longrange.solutions.ch03;

import org.jspecify.annotations.NullMarked;
