/// Answers to the exercises of chapter 3, a package for each.
@NullMarked
package longrange.catalogue.ch03;

import org.jspecify.annotations.NullMarked;
