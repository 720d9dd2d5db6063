/// Tests of the student's bundle: what must not be in it is nowhere in it, and what a student does
/// works in it.
@NullMarked
package longrange.release;

import org.jspecify.annotations.NullMarked;
