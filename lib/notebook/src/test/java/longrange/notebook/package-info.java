/// The notebook library's tests: what a page says, to those who see it and to those who do not.
@NullMarked
package longrange.notebook;

import org.jspecify.annotations.NullMarked;
