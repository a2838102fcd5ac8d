from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import Span
from annotator.formats.scheme_examples import marked


def test_marks_are_taken_out_and_their_places_kept() -> None:
    assert marked("„[[Jörg]]“ traf 🚒 [[Änne]].") == ("„Jörg“ traf 🚒 Änne.", (Span(1, 5), Span(14, 18)))


def test_marks_may_be_nested_and_the_outer_one_comes_first() -> None:
    found = marked("der [[FC [[Bayern]]]]")
    assert found is not None
    text, spans = found
    assert [text[s.start : s.end] for s in spans] == ["FC Bayern", "Bayern"]


def test_single_brackets_are_text() -> None:
    assert marked("am [Montag] um [[15 Uhr]]") == ("am [Montag] um 15 Uhr", (Span(15, 21),))


@pytest.mark.parametrize("example", ["", "kein", "[[auf", "zu]]", "[[]]", "]][[", "[[a]]]]", "[[a [[b]]"])
def test_marks_that_do_not_pair_up_or_mark_nothing_are_refused(example: str) -> None:
    assert marked(example) is None


@given(st.lists(st.tuples(st.text("aß🚒 ", max_size=4), st.text("äx", min_size=1, max_size=4)), min_size=1))
def test_any_marked_words_come_back(pieces: list[tuple[str, str]]) -> None:
    found = marked("".join(f"{before}[[{word}]]" for before, word in pieces))
    assert found is not None
    text, spans = found
    assert text == "".join(before + word for before, word in pieces)
    assert [text[s.start : s.end] for s in spans] == [word for _, word in pieces]
