"""The token cursor and the selection it drags along. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, assert_never

from annotator.core.text import Span, Tokens


class Move(StrEnum):
    """How the token cursor may be moved."""

    NEXT_TOKEN = "next-token"
    PREVIOUS_TOKEN = "previous-token"
    NEXT_SENTENCE = "next-sentence"
    PREVIOUS_SENTENCE = "previous-sentence"
    NEXT_PARAGRAPH = "next-paragraph"
    PREVIOUS_PARAGRAPH = "previous-paragraph"
    ROW_UP = "row-up"
    ROW_DOWN = "row-down"
    ROW_START = "row-start"
    ROW_END = "row-end"
    PAGE_UP = "page-up"
    PAGE_DOWN = "page-down"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Caret:
    """The cursor's token and, while something is selected, the token where the selection began."""

    token: int = 0
    anchor: int | None = None

    def selection(self, tokens: Tokens) -> Span | None:
        """Return the selected text from its first token's start to its last one's end."""
        if self.anchor is None or not tokens:
            return None
        first, last = sorted((self.anchor, self.token))
        return Span(tokens.starts[first], tokens.ends[last])


class Places(Protocol):
    """Where the tokens are. Token numbers count from 0; there is at least one token."""

    @property
    def count(self) -> int:
        """Number of tokens."""
        ...

    @property
    def sentences(self) -> Sequence[int]:
        """First token of each sentence."""
        ...

    @property
    def paragraphs(self) -> Sequence[int]:
        """First token of each paragraph."""
        ...

    def shown(self, token: int) -> bool:
        """Tell whether a token can be seen: one of white space cannot."""
        ...

    def rows_away(self, token: int, rows: int) -> int:
        """Return the token that many rows below (above, if negative)."""
        ...

    def pages_away(self, token: int, pages: int) -> int:
        """Return the token that many pages below (above, if negative)."""
        ...

    def row_edge(self, token: int, *, end: bool) -> int:
        """Return the first or last token of the token's row."""
        ...


def moved(caret: Caret, move: Move, *, extend: bool, places: Places) -> Caret:
    """Return the caret after a move; ``extend`` keeps the place where the selection began."""
    token = max(0, min(_target(caret.token, move, places), places.count - 1))
    token = _shown_from(token, backwards=token < caret.token, places=places)
    if not extend:
        return Caret(token)
    return Caret(token, caret.token if caret.anchor is None else caret.anchor)


def _target(token: int, move: Move, places: Places) -> int:
    match move:
        case Move.NEXT_TOKEN | Move.PREVIOUS_TOKEN:
            return token + (1 if move is Move.NEXT_TOKEN else -1)
        case Move.NEXT_SENTENCE | Move.NEXT_PARAGRAPH:
            return _next_start(token, _starts(move, places), places.count)
        case Move.PREVIOUS_SENTENCE | Move.PREVIOUS_PARAGRAPH:
            return _previous_start(token, _starts(move, places))
        case Move.ROW_UP | Move.ROW_DOWN:
            return places.rows_away(token, 1 if move is Move.ROW_DOWN else -1)
        case Move.PAGE_UP | Move.PAGE_DOWN:
            return places.pages_away(token, 1 if move is Move.PAGE_DOWN else -1)
        case Move.ROW_START | Move.ROW_END:
            return places.row_edge(token, end=move is Move.ROW_END)
        case Move.START | Move.END:
            return 0 if move is Move.START else places.count - 1
        case _:
            assert_never(move)


def _starts(move: Move, places: Places) -> Sequence[int]:
    return places.sentences if move in (Move.NEXT_SENTENCE, Move.PREVIOUS_SENTENCE) else places.paragraphs


def _next_start(token: int, starts: Sequence[int], count: int) -> int:
    index = bisect_right(starts, token)
    return starts[index] if index < len(starts) else count - 1


def _previous_start(token: int, starts: Sequence[int]) -> int:
    index = bisect_left(starts, token) - 1
    return starts[index] if index >= 0 else 0


def _shown_from(token: int, *, backwards: bool, places: Places) -> int:
    """Return the nearest shown token in the direction of the move, else in the other, else ``token``."""
    ways = (range(token, -1, -1), range(token + 1, places.count))
    forward, back = (range(token, places.count), range(token - 1, -1, -1))
    for way in ways if backwards else (forward, back):
        for candidate in way:
            if places.shown(candidate):
                return candidate
    return token


def snapped(tokens: Tokens, span: Span, shown: Callable[[int], bool]) -> Caret | None:
    """Return a caret that selects the shown tokens which ``span`` touches; ``None`` without any."""
    covered = [token for token in tokens.covered(span) if shown(token)]
    return Caret(covered[-1], covered[0]) if covered else None
