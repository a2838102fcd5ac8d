"""Starting a process that leaves Ctrl-C to the one that started it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """Block SIGINT in this thread: a process started now inherits that, and we get it a moment later.

    Ctrl-C goes to every process of a terminal; it is for us to end the workers.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # It would lift the block when it is started with the first process.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
