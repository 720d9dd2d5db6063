/// The course's own Python environment, with JupyterLab and the kernel in it.
///
/// It makes and repairs; it must not know what the student does there.
@NullMarked
package longrange.course.environment;

import org.jspecify.annotations.NullMarked;
