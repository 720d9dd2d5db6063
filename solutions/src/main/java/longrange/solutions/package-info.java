/// The reference answers, in a package per chapter: the source of truth of every exercise.
///
/// The author's tool `longrange.course.authoring` makes three things of each class `MyX`: the
/// skeleton, its part of the exercise notebook, and its part of the solved notebook. It reads these
/// marks, each a comment line of its own.
///
/// - `// answer: what is to be done here` … `// end`: cut out of the skeleton, where `throw new
///   Todo("what is to be done here")` stands instead.
/// - `// answer` … `// end`: cut out, and nothing stands instead.
///
/// In the doc comment of the class, the text above the first heading says how the answer works (for
/// the solved notebook); the sections `## Hint 1` and `## Hint 2` are the two hints.
///
/// The text of a class must be one that a student could write: it may use the JDK and the
/// contracts.
@NullMarked
package longrange.solutions;

import org.jspecify.annotations.NullMarked;
