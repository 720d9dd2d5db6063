/// What the hidden graders share. Their titles are all that a student sees of them, so no message
/// holds an input, a value that came back, or a value that was expected.
///
/// It must not know the visible graders, the reference answers or the catalogue.
@NullMarked
package longrange.graders.hidden;

import org.jspecify.annotations.NullMarked;
