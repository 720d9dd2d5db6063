/// Tests that the launcher takes a stranger from a fresh clone to a checked answer, and that
/// nothing a student does in `mine/` reaches anything else.
@NullMarked
package longrange.launcher;

import org.jspecify.annotations.NullMarked;
