/// How fast the core is: alone (JMH), beside PyTorch or its own other kernels, and beside what this
/// machine can do.
///
/// [Work] is a piece of work that can be timed. [Against] has it done by several contenders in
/// turn, each a process of its own that lives as long as the comparison; `contender.py` is
/// PyTorch's, and [Contender] the course's. [Agreement] refuses those that do not do the same, and
/// [Table] keeps what was measured. [Profile] tells what the time goes to. The benchmarks of JMH
/// are the classes whose names end so.
@NullMarked
package longrange.bench;

import org.jspecify.annotations.NullMarked;
