/// Tests that what is generated and committed is what would be generated now.
@NullMarked
package longrange.authoring;

import org.jspecify.annotations.NullMarked;
