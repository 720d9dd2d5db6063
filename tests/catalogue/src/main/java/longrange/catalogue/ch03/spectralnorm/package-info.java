/// Answers to 3.2, the spectral norm.
@NullMarked
package longrange.catalogue.ch03.spectralnorm;

import org.jspecify.annotations.NullMarked;
