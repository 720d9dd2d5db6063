/// Makes the jars that everything else starts from, and the few things that every verb needs: where
/// files lie, how to speak to the terminal, how to refuse.
///
/// The launcher runs this package from its source, before any jar exists: it must know nothing but
/// the JDK.
@NullMarked
package longrange.course.build;

import org.jspecify.annotations.NullMarked;
