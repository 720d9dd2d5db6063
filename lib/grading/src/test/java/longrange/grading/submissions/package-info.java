@NullMarked
package longrange.grading.submissions;

import org.jspecify.annotations.NullMarked;
