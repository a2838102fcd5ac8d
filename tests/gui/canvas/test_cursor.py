from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import Span, Tokens
from annotator.gui.canvas.cursor import Caret, Move, moved, snapped


@dataclass
class Grid:
    """Tokens in rows of five, sentences of seven, paragraphs of ten."""

    count: int = 30
    hidden: frozenset[int] = frozenset()
    sentences: Sequence[int] = field(default_factory=lambda: range(0, 30, 7))
    paragraphs: Sequence[int] = field(default_factory=lambda: range(0, 30, 10))

    def shown(self, token: int) -> bool:
        return token not in self.hidden

    def rows_away(self, token: int, rows: int) -> int:
        return token + 5 * rows

    def pages_away(self, token: int, pages: int) -> int:
        return token + 15 * pages

    def row_edge(self, token: int, *, end: bool) -> int:
        return token // 5 * 5 + (4 if end else 0)


@pytest.mark.parametrize(
    ("move", "token"),
    [
        (Move.NEXT_TOKEN, 13),
        (Move.PREVIOUS_TOKEN, 11),
        (Move.NEXT_SENTENCE, 14),
        (Move.PREVIOUS_SENTENCE, 7),
        (Move.NEXT_PARAGRAPH, 20),
        (Move.PREVIOUS_PARAGRAPH, 10),
        (Move.ROW_DOWN, 17),
        (Move.ROW_UP, 7),
        (Move.ROW_START, 10),
        (Move.ROW_END, 14),
        (Move.PAGE_DOWN, 27),
        (Move.PAGE_UP, 0),
        (Move.START, 0),
        (Move.END, 29),
    ],
)
def test_each_move_goes_to_its_token(move: Move, token: int) -> None:
    assert moved(Caret(12), move, extend=False, places=Grid()) == Caret(token)


@given(st.integers(0, 29), st.sampled_from(Move), st.booleans())
def test_no_move_leaves_the_text(token: int, move: Move, extend: bool) -> None:
    after = moved(Caret(token), move, extend=extend, places=Grid())
    assert 0 <= after.token < 30
    assert after.anchor == (token if extend else None)


def test_extending_keeps_where_the_selection_began() -> None:
    caret = Caret(3)
    for _ in range(3):
        caret = moved(caret, Move.NEXT_TOKEN, extend=True, places=Grid())
    assert caret == Caret(6, 3)
    assert moved(caret, Move.PREVIOUS_TOKEN, extend=True, places=Grid()) == Caret(5, 3)
    assert moved(caret, Move.PREVIOUS_TOKEN, extend=False, places=Grid()) == Caret(5)


def test_tokens_of_white_space_are_passed_over_both_ways() -> None:
    grid = Grid(hidden=frozenset({4, 5}))
    assert moved(Caret(3), Move.NEXT_TOKEN, extend=False, places=grid).token == 6
    assert moved(Caret(6), Move.PREVIOUS_TOKEN, extend=False, places=grid).token == 3


def test_at_a_hidden_end_the_cursor_stays_on_what_is_shown() -> None:
    grid = Grid(hidden=frozenset({28, 29, 0}))
    assert moved(Caret(10), Move.END, extend=False, places=grid).token == 27
    assert moved(Caret(10), Move.START, extend=False, places=grid).token == 1


def test_a_selection_covers_whole_tokens_in_either_direction() -> None:
    tokens = Tokens.of([Span(0, 3), Span(4, 8), Span(9, 12)])
    assert Caret(2, 1).selection(tokens) == Caret(1, 2).selection(tokens) == Span(4, 12)
    assert Caret(1).selection(tokens) is None
    assert Caret(0, 0).selection(Tokens.of([])) is None


def test_a_span_is_snapped_to_the_tokens_it_touches() -> None:
    tokens = Tokens.of([Span(0, 3), Span(3, 5), Span(5, 8), Span(9, 12)])
    assert snapped(tokens, Span(1, 6), lambda token: token != 0) == Caret(2, 1)
    assert snapped(tokens, Span(8, 9), lambda _: True) is None
