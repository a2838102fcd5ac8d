"""A text as blocks of lines, and lines as chunks between blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BATCH = 10_000
_ALWAYS_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its text with the line end, where it starts, and its chunks."""

    text: str
    start: int
    chunks: list[str]


def batches(text: str) -> Iterator[list[list[Line]]]:
    """Yield blocks, many together: spaCy is asked once for each batch."""
    batch: list[list[Line]] = []
    size = 0
    for block in _blocks(text):
        batch.append(block)
        size += sum(len(line.chunks) for line in block)
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _blocks(text: str) -> Iterator[list[Line]]:
    """Yield runs of lines between paragraph breaks (blank lines, U+2028 and the like)."""
    block: list[Line] = []
    start = 0
    for line in text.splitlines(keepends=True):
        chunks = line.split()
        if chunks:
            block.append(Line(line, start, chunks))
        if block and (not chunks or _ALWAYS_BREAKS.match(line[-1])):
            yield block
            block = []
        start += len(line)
    if block:
        yield block


def is_wrapped(line: str, next_word: str, width: int) -> bool:
    """Tell whether a line ends only because the next word had no room in a column of ``width``."""
    return 50 <= width <= 120 and len(line.rstrip()) + 1 + len(next_word) > width
