@NullMarked
package longrange.grading.classroom;

import org.jspecify.annotations.NullMarked;
