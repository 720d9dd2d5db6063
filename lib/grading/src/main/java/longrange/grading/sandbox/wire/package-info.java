/// How two processes talk about objects without trusting each other: data in frames, functions as
/// handles, no Java serialisation.
///
/// Both sides run this code, so it must know nothing but the JDK. No `switch` in it asks for types:
/// for each of these the JVM makes a class when it first comes by, and that in every process of an
/// answer, where it is a tenth of all there is to do. It must not know which side it is on, what a
/// test is, or what a verdict is.
@NullMarked
package longrange.grading.sandbox.wire;

import org.jspecify.annotations.NullMarked;
