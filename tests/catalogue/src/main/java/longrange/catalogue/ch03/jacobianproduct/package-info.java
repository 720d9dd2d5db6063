/// Answers to 3.1, the Jacobian product.
@NullMarked
package longrange.catalogue.ch03.jacobianproduct;

import org.jspecify.annotations.NullMarked;
