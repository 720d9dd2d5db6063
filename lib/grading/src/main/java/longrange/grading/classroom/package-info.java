/// Grades a class: each exercise of each student once, in parallel, with a journal that a stopped
/// run goes on from.
///
/// It must not know how results are shown, nor how an answer is kept from doing harm: an examiner
/// does that.
@NullMarked
package longrange.grading.classroom;

import org.jspecify.annotations.NullMarked;
