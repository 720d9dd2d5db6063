/// Tests of the diagnosis, on the toy contracts.
@NullMarked
package longrange.grading.diagnosis;

import org.jspecify.annotations.NullMarked;
