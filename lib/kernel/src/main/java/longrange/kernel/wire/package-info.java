/// The Jupyter messaging protocol 5.3 on ZeroMQ: sockets, frames, signatures, headers.
///
/// It must not know what the messages are about: no shell, no cell, no value.
@NullMarked
package longrange.kernel.wire;

import org.jspecify.annotations.NullMarked;
