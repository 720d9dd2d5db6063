/// A Jupyter kernel for Java: the requests of a client, answered.
///
/// It knows JJava's extension interface, so that one jar of renderers serves both kernels; it must
/// not know any extension, nor any course.
@NullMarked
package longrange.kernel;

import org.jspecify.annotations.NullMarked;
