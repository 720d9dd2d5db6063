/// What a running cell consists of: its threads, and how they are stopped; its output and input.
///
/// It must not know Java sources, JShell, or what a value looks like.
@NullMarked
package longrange.kernel.run;

import org.jspecify.annotations.NullMarked;
