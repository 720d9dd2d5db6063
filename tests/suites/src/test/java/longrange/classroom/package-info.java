/// A class of sixty, generated: students who are right, wrong, late with half of it, careless with
/// their files, or out to do harm. Graded with the one command that an instructor gives.
@NullMarked
package longrange.classroom;

import org.jspecify.annotations.NullMarked;
