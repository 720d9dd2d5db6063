/// Checks an answer against its contract: from a notebook or a file to points.
///
/// It must not know any exercise, grader or solution: graders are found at run time, through an
/// index in their jar.
@NullMarked
package longrange.grading;

import org.jspecify.annotations.NullMarked;
