/// The visible tests of chapter 3, the Jacobian product, a class for each contract.
@NullMarked
package longrange.graders.ch03;

import org.jspecify.annotations.NullMarked;
