"""Half-open intervals over a text, in code points."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval ``[start, end)`` in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies within (equality included)."""
        return self.start <= other.start and other.end <= self.end


class Fragmented:
    """What lies on ``fragments``: one span, or several ordered, disjoint ones, in code points."""

    __slots__ = ()

    fragments: tuple[Span, ...]

    @property
    def start(self) -> int:
        """First code point."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.fragments[-1].end

    @property
    def envelope(self) -> Span:
        """From the first fragment's start to the last one's end."""
        return Span(self.fragments[0].start, self.fragments[-1].end)


class Tokens(Sequence[Span]):
    """The tokens of one article: ``n`` ordered, disjoint, non-empty spans, kept in two compact arrays."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, starts: Iterable[int], ends: Iterable[int]) -> None:
        self._starts = array("I", starts)
        self._ends = array("I", ends)
        if len(self._starts) != len(self._ends):
            raise ValueError("as many starts as ends are needed")

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Tokens:
        """Build from spans in order."""
        kept = list(spans)
        return cls((s.start for s in kept), (s.end for s in kept))

    @property
    def starts(self) -> array[int]:
        """Start offsets (code points), one per token; do not modify."""
        return self._starts

    @property
    def ends(self) -> array[int]:
        """End offsets (code points, exclusive), one per token; do not modify."""
        return self._ends

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | Sequence[Span]:
        if isinstance(index, slice):
            return [Span(s, e) for s, e in zip(self._starts[index], self._ends[index], strict=True)]
        return Span(self._starts[index], self._ends[index])

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Span]:
        return (Span(s, e) for s, e in zip(self._starts, self._ends, strict=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tokens) and self._starts == other._starts and self._ends == other._ends

    def __hash__(self) -> int:
        return hash((self._starts.tobytes(), self._ends.tobytes()))

    def __repr__(self) -> str:
        return f"Tokens({len(self)})"

    def first_ending_after(self, offset: int) -> int:
        """Return the index of the first token that ends after ``offset``; ``len(self)`` if none does."""
        return bisect_right(self._ends, offset)

    def first_starting_at_or_after(self, offset: int) -> int:
        """Return the index of the first token that starts at or after ``offset``; ``len(self)`` if none."""
        return bisect_left(self._starts, offset)

    def covered(self, span: Span) -> range:
        """Return the indices of the tokens that share a code point with ``span``."""
        return range(self.first_ending_after(span.start), self.first_starting_at_or_after(span.end))

    def has_borders(self, span: Span) -> bool:
        """Tell whether ``span`` begins where a token begins and ends where one ends."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._ends, span.end)
        return (
            first <= last < len(self._ends)
            and self._starts[first] == span.start
            and self._ends[last] == span.end
        )

    def snap(self, span: Span) -> Span | None:
        """Widen ``span`` to whole tokens; ``None`` if it touches no token."""
        hit = self.covered(span)
        return Span(self._starts[hit[0]], self._ends[hit[-1]]) if hit else None
