/// Writes down what came of grading a class: a table, a page for the instructor, a page for each
/// student, all of it as data.
///
/// Whatever a student wrote may be hostile to who reads it; nothing leaves here unescaped. It must
/// not know how results were made.
@NullMarked
package longrange.grading.reports;

import org.jspecify.annotations.NullMarked;
