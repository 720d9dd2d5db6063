/// From a folder of downloads to what each student handed in: who is who, which files count, and
/// archives unpacked within limits.
///
/// It must not know tests, verdicts or reports, and never writes outside the scratch folder it is
/// given.
@NullMarked
package longrange.grading.submissions;

import org.jspecify.annotations.NullMarked;
