/// The student's folder, `mine/`: copies of what the course brings, and how to find an answer
/// there.
///
/// It must never write into a file that exists.
@NullMarked
package longrange.course.student;

import org.jspecify.annotations.NullMarked;
