/// The graders of the two toy contracts.
@NullMarked
package longrange.graders.toy;

import org.jspecify.annotations.NullMarked;
