/// Answers to 3.3, the spectral radius.
@NullMarked
package longrange.catalogue.ch03.spectralradius;

import org.jspecify.annotations.NullMarked;
