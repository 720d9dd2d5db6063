/// `java -jar longrange-kernel-standalone.jar install`: this kernel for a Jupyter that has nothing
/// else to do with the course.
///
/// It must not know any library: it runs before they are unpacked.
@NullMarked
package longrange.kernel.install;

import org.jspecify.annotations.NullMarked;
