/// Answers to 3.4, a witness of transient growth.
@NullMarked
package longrange.catalogue.ch03.transientwitness;

import org.jspecify.annotations.NullMarked;
