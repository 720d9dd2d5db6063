/// How fast the core is: alone (JMH), beside PyTorch, and beside what this machine can do.
///
/// [Work] is a piece of work that can be timed. [Against] has it done by several contenders in
/// turn, each a process of its own that lives as long as the comparison; `contender.py` is
/// PyTorch's, and [Contender] the course's. The benchmarks of JMH are the classes whose names end
/// so.
@NullMarked
package longrange.bench;

import org.jspecify.annotations.NullMarked;
