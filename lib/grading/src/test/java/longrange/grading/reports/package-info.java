@NullMarked
package longrange.grading.reports;

import org.jspecify.annotations.NullMarked;
