/// Values as a reader sees them.
///
/// It must not know where they come from, nor any type beyond the JDK's.
@NullMarked
package longrange.kernel.show;

import org.jspecify.annotations.NullMarked;
