"""JupyterLab for `./course lab`. It ends, with its kernels, when the command that started it does."""

import os
import signal
import sys
import threading


def follow_the_command():
    """Standard input is a pipe that nothing is ever written to: its end is the command's end."""
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    # A session of its own: Ctrl-C reaches the command alone, and what follows is in one order.
    os.setsid()
    threading.Thread(target=follow_the_command, daemon=True).start()
    from jupyterlab.labapp import main

    sys.exit(main())
