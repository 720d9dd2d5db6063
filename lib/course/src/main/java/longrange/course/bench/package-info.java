/// `./course bench kernel`: the course's kernel beside stock JJava.
///
/// It must not know what the kernels do: `bench_kernel.py` asks both by the protocol, as Jupyter
/// does.
@NullMarked
package longrange.course.bench;

import org.jspecify.annotations.NullMarked;
