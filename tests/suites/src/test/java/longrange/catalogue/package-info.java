/// Tests of the tests: the graders are held against every answer whose worth is known.
@NullMarked
package longrange.catalogue;

import org.jspecify.annotations.NullMarked;
