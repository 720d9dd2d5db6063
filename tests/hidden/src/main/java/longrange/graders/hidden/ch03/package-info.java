/// The tests of chapter 3 that run on submission, a class for each contract.
@NullMarked
package longrange.graders.hidden.ch03;

import org.jspecify.annotations.NullMarked;
