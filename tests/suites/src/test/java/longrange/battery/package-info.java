/// Hostile answers: what a class could hand in to break the grading, and what comes of it.
@NullMarked
package longrange.battery;

import org.jspecify.annotations.NullMarked;
