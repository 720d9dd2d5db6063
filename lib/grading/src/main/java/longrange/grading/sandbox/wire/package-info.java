/// How two processes talk about objects without trusting each other: data in frames, functions as
/// handles, no Java serialisation.
///
/// Both sides run this code, so it must know nothing but the JDK. It must not know which side it is
/// on, what a test is, or what a verdict is.
@NullMarked
package longrange.grading.sandbox.wire;

import org.jspecify.annotations.NullMarked;
