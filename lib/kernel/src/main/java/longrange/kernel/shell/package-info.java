/// Java in cells, on the JDK's JShell: cutting a cell into snippets, running them, errors as a
/// student reads them, completion and docs.
///
/// It must not know the protocol: it is asked with sources, and answers with values and texts.
@NullMarked
package longrange.kernel.shell;

import org.jspecify.annotations.NullMarked;
