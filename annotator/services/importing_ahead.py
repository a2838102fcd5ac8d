"""Preparing in a second process, so that articles are decoded and checked while others are written."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from multiprocessing import get_context
from multiprocessing.connection import Connection

from annotator.core.processes import interrupts_held_back
from annotator.ingest.sources import Reading
from annotator.services.importing_prepared import Prepared, Preparing

WORTH_A_PROCESS = 8_000_000
"""Bytes. To start a process takes about as long as to prepare five million."""

_LOG = logging.getLogger(__name__)


def prepared(reading: Reading, preparing: Preparing) -> Generator[tuple[Prepared, int], None, None]:
    """Yield what :meth:`Preparing.all_of` does, in its order; in a second process where that is worth it.

    What comes before the process has started is prepared here. Closing the iterator ends the process. Where
    it ends of itself, killed or short of memory, the rest is prepared here.
    """
    if reading.total < WORTH_A_PROCESS:
        yield from preparing.all_of(reading)
        return
    taken = 0
    with _process(reading, preparing) as pipe:
        for item in preparing.all_of(reading):
            taken += 1
            yield item
            if pipe.poll():
                break
        else:
            return
        # Its end breaks the pipe; what is sent on may be cut off where the process was killed.
        with suppress(EOFError, OSError):
            pipe.recv()
            pipe.send(taken)
            while (sent := pipe.recv()) is not None:
                taken += 1
                yield sent
            return
    _LOG.warning("the process that prepares an import ended after %d items", taken)
    yield from preparing.all_of(reading, after=taken)


@contextmanager
def _process(reading: Reading, preparing: Preparing) -> Iterator[Connection]:
    """Start the process; it tells when it is ready, is told how many items to leave out, and sends the rest.

    ``None`` comes after the last item.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_prepare, args=(theirs,), daemon=True)
    with interrupts_held_back():
        process.start()
    theirs.close()
    try:
        with suppress(OSError):  # It may be gone already, which shows when it is heard.
            ours.send((reading, preparing))
        yield ours
    finally:
        ours.close()
        process.kill()  # All that it had to give is here or not wanted.
        process.join()


def _prepare(pipe: Connection) -> None:
    """Do the work of the process, until nobody listens."""
    reading, preparing = pipe.recv()
    with suppress(EOFError):
        pipe.send("ready")
        for item in chain(preparing.all_of(reading, after=pipe.recv()), [None]):
            try:
                pipe.send(item)
            except OSError:
                return
