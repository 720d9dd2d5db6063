/// What the visible graders share: how a value that came back is compared, and how a student is
/// told about it.
///
/// It must not know the hidden graders, the reference answers or the catalogue: what is expected is
/// a literal or a property.
@NullMarked
package longrange.graders;

import org.jspecify.annotations.NullMarked;
