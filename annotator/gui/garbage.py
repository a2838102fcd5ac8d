"""Python's search for garbage in cycles, kept away from the values of a large article.

They are hundreds of thousands, hold no cycle, and a full search looks at each of them: 200 milliseconds, in
the middle of a key. So they are made without a search, and set aside from later ones until the next article.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 200_000
"""New values that are worth setting aside."""

_SELDOM = (2_000, 10, 50)
"""How much is made between two searches beside a large article: each edit makes a few large tables."""

_STANDARD = gc.get_threshold()


@contextmanager
def set_aside() -> Iterator[None]:
    """Do what makes many lasting values; what was set aside before is no longer."""
    let_go()
    enabled = gc.isenabled()
    gc.disable()
    before = gc.get_count()[0]
    try:
        yield
    finally:
        if gc.get_count()[0] - before > MANY:
            gc.freeze()
            gc.set_threshold(*_SELDOM)
        if enabled:
            gc.enable()


def let_go() -> None:
    """Look at everything again: what was set aside may be gone now."""
    gc.unfreeze()
    gc.set_threshold(*_STANDARD)
