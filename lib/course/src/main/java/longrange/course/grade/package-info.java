/// What `./course grade` shows and asks for; the grading itself is the library's.
@NullMarked
package longrange.course.grade;

import org.jspecify.annotations.NullMarked;
