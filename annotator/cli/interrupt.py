"""Ctrl+C, clean: the first one ends the work at the next article, a second one at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """Yield a function that tells whether Ctrl+C was pressed. For the main thread."""
    pressed = False

    def note(_number: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def kept_from_workers() -> Iterator[None]:
    """Have worker processes that start meanwhile not feel Ctrl+C; whoever started them ends them.

    A terminal sends it to them too. One that dies of it while Python starts up writes a traceback, and the
    parent may wait for ever to hand it its arguments. A child inherits what the thread that starts it
    blocks; so this thread blocks it, and another one takes it (Python runs the handler here all the same).
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # It would lift the block when it is started with the first worker.
    over = threading.Event()
    taker = threading.Thread(target=over.wait, name="takes Ctrl+C", daemon=True)
    taker.start()
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        over.set()
        taker.join()
