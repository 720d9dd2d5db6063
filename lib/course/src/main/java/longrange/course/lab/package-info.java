/// JupyterLab as a process: its port, its address, its start and its end.
///
/// It must not know what is shown there.
@NullMarked
package longrange.course.lab;

import org.jspecify.annotations.NullMarked;
