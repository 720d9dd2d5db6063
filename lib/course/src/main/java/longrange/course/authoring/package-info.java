/// The author's tool: makes the skeletons, the exercise notebooks and the solved notebooks from the
/// contracts and the reference answers.
///
/// It reads sources as text and uses the JDK alone, so it runs from its source file in a clone that
/// was never built: `java lib/course/src/main/java/longrange/course/authoring/Regenerate.java`. It
/// must not know the rest of the command.
@NullMarked
package longrange.course.authoring;

import org.jspecify.annotations.NullMarked;
