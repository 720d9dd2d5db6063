/// The `./course` command: one class per verb, and what they share.
///
/// It starts programs and reads files. It must not hold anything that a notebook or a grader needs:
/// those run without it.
@NullMarked
package longrange.course;

import org.jspecify.annotations.NullMarked;
