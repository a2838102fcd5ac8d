"""The blocks that the canvas lays out one by one, and the only place where UTF-16 is counted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.core.article import Zone, ZoneKind

LONGEST = 4000
"""A longer paragraph is laid out in several blocks (code points)."""

_LINE = re.compile("[^\n\u2029]+")
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
_NOT_SHOWN = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    ord("\t"): "\t",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``[start, end)`` of the article (code points) that is laid out on its own.

    ``opens`` tells whether a paragraph begins here, ``heads`` whether it is of another kind than the one
    before; ``number`` is the body paragraph's number where one begins, otherwise 0. White space between
    blocks is not shown.
    """

    start: int
    end: int
    kind: ZoneKind
    opens: bool = True
    number: int = 0
    heads: bool = False


def split(
    text: str, zones: Sequence[Zone], sentences: Sequence[int], *, longest: int = LONGEST
) -> tuple[Block, ...]:
    """Cut ``text`` at line ends, at the borders of zones, and long paragraphs at sentence ends.

    ``zones`` are ordered and disjoint; ``sentences`` are the ascending starts of sentences (code points).
    Text in no zone counts as body. Blocks hold no white space at their ends and are never empty.
    """
    blocks: list[Block] = []
    number = 0
    for start, end, kind in _paragraphs(text, zones):
        is_body = kind is ZoneKind.BODY
        number += is_body
        begin = start
        for stop in _cuts(text, start, end, sentences, longest):
            shown = _trimmed(text, begin, stop)
            if shown is not None:
                opens = begin == start
                heads = opens and (not blocks or blocks[-1].kind is not kind)
                blocks.append(Block(*shown, kind, opens, number if opens and is_body else 0, heads))
            begin = stop
    return tuple(blocks)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _paragraphs(text: str, zones: Sequence[Zone]) -> Iterator[tuple[int, int, ZoneKind]]:
    """Yield the non-blank pieces between line ends and zone borders."""
    first = 0
    for line in _LINE.finditer(text):
        start, end = line.span()
        while first < len(zones) and zones[first].end <= start:
            first += 1
        for piece_start, piece_end, kind in _zoned(start, end, zones, first):
            shown = _trimmed(text, piece_start, piece_end)
            if shown is not None:
                yield *shown, kind


def _zoned(start: int, end: int, zones: Sequence[Zone], first: int) -> Iterator[tuple[int, int, ZoneKind]]:
    """Yield ``[start, end)`` in pieces of one kind; neighbours of equal kind stay together."""
    if first < len(zones) and zones[first].start <= start and end <= zones[first].end:
        yield start, end, zones[first].kind
        return
    begin, kind = start, _kind_at(start, zones, first)
    for border in _borders(start, end, zones, first):
        following = _kind_at(border, zones, first)
        if following is not kind:
            yield begin, border, kind
            begin, kind = border, following
    yield begin, end, kind


def _borders(start: int, end: int, zones: Sequence[Zone], first: int) -> Iterator[int]:
    for index in range(first, len(zones)):
        if zones[index].start >= end:
            return
        yield from (b for b in (zones[index].start, zones[index].end) if start < b < end)


def _kind_at(offset: int, zones: Sequence[Zone], first: int) -> ZoneKind:
    for index in range(first, len(zones)):
        if zones[index].start > offset:
            break
        if offset < zones[index].end:
            return zones[index].kind
    return ZoneKind.BODY


def _cuts(text: str, start: int, end: int, sentences: Sequence[int], longest: int) -> Iterator[int]:
    """Yield where the pieces of a paragraph end: at a sentence end, else at a space, else anywhere."""
    while end - start > longest:
        limit = start + longest
        index = bisect_right(sentences, limit) - 1
        if index >= 0 and sentences[index] > start:
            start = sentences[index]
        else:
            space = text.rfind(" ", start + 1, limit)
            start = space + 1 if space > start else limit
        yield start
    yield end


def displayed(text: str) -> str:
    """Return ``text`` with what Qt cannot show replaced; every offset stays as it is, in either unit."""
    return text.translate(_NOT_SHOWN)


class Utf16:
    """Converts between article offsets in code points and one block's offsets in UTF-16 units."""

    __slots__ = ("_length", "_pairs", "_start", "_units")

    def __init__(self, text: str, start: int) -> None:
        """Take the block's ``text`` and the article offset where it begins."""
        self._start = start
        self._length = len(text)
        self._pairs = [match.start() for match in _BEYOND_BMP.finditer(text)]
        self._units = [position + index for index, position in enumerate(self._pairs)]

    def to_units(self, offset: int) -> int:
        """Return the UTF-16 offset in the block of an article offset, held to the block."""
        local = max(0, min(offset - self._start, self._length))
        return local + bisect_left(self._pairs, local)

    def to_offset(self, unit: int) -> int:
        """Return the article offset of a UTF-16 offset; inside a surrogate pair, that of its character."""
        return self._start + max(0, min(unit - bisect_left(self._units, unit), self._length))
