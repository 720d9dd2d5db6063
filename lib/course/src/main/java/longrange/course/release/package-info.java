/// Makes the copy of the course that students get: without solutions, hidden tests, the catalogue,
/// the instructor's cells and the tools of authors; with jars that are ready and with the tables
/// that stand in for the catalogue.
///
/// It must not know any exercise: what is in a bundle follows from where a file lies.
@NullMarked
package longrange.course.release;

import org.jspecify.annotations.NullMarked;
