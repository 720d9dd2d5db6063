/// What `%maven` does, on top of Maven's own resolver.
///
/// It must not know the kernel: it runs in a class loader of its own, with the resolver's jars,
/// which nothing else sees, and speaks to the kernel in types of the JDK.
@NullMarked
package longrange.kernel.maven;

import org.jspecify.annotations.NullMarked;
