"""Preparing in a second process, so that articles are decoded and checked while others are written."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import closing, suppress
from itertools import chain, islice
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

    Closing the iterator ends the process. Where it ends of itself, killed or short of memory, the rest is
    prepared here.
    """
    if reading.total < WORTH_A_PROCESS:
        yield from preparing.all_of(reading)
        return
    taken = 0
    with closing(_from_process(reading, preparing)) as items:
        for item in items:
            if item is None:
                return
            taken += 1
            yield item
    _LOG.warning("the process that prepares an import ended after %d items", taken)
    yield from islice(preparing.all_of(reading), taken, None)


def _from_process(
    reading: Reading, preparing: Preparing
) -> Generator[tuple[Prepared, int] | None, None, None]:
    """Yield what the process sends: ``None`` after the last; without it, the process has ended before."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_prepare, args=(theirs,), daemon=True)
    with interrupts_held_back():
        process.start()
    theirs.close()
    try:
        # Its end breaks the pipe; what is sent on may be cut off where the process was killed.
        with suppress(EOFError, OSError):
            ours.send((reading, preparing))
            while True:
                yield ours.recv()
    finally:
        ours.close()
        process.kill()  # All that it had to give is here or not wanted.
        process.join()


def _prepare(pipe: Connection) -> None:
    """Do the work of the process: get what is to be read, send it prepared, until nobody listens."""
    reading, preparing = pipe.recv()
    for item in chain(preparing.all_of(reading), [None]):
        try:
            pipe.send(item)
        except OSError:
            return
