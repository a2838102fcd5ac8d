"""Long searches on the window's own thread, a slice at a time, so that it can always answer in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TypeVar

_T = TypeVar("_T")

SLICE = 0.012
"""Seconds of work before the window has its turn again."""


def run_slice(steps: Iterator[_T], take: Callable[[_T], object], *, seconds: float = SLICE) -> bool:
    """Give the next steps to ``take`` until the time is over, and tell whether there may be more.

    At least one step is done. ``take`` returns ``True`` when it has enough for now; what a step raises
    comes out, and what was taken before it stays taken.
    """
    until = perf_counter() + seconds
    for step in steps:
        enough = take(step) is True
        if enough or perf_counter() >= until:
            return True
    return False
