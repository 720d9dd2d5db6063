/// What runs in an answer's process: it is put into a jar with `.wire` and the contracts, and
/// beside that jar and the JDK nothing else is there.
///
/// It must not know anything that an answer must not see: no test, no checker, no library.
@NullMarked
package longrange.grading.sandbox.student;

import org.jspecify.annotations.NullMarked;
