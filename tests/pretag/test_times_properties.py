"""What holds of the time tagger on any text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.article import Zone, ZoneKind
from annotator.core.text import Span, Tokens
from annotator.pretag.times import MODS, check_value, find_times
from annotator.pretag.times.lexicon import lexicon
from annotator.pretag.times.scan import scan

WORDS = sorted({*lexicon().forms, *(" ".join(p) for c in lexicon().phrases.values() for p, _ in c)})
NUMBERS = ["1", "3.", "8.", "21.10.", "21.10.2025", "31.2.2025", "2014", "1995/96", "2010-2014", "17.42",
           "20:15", "25:61", "0", "99999", "90er-Jahre", "2025-10-21", "2025-99-99T99:99", "14-16", "1,5",
           "960 000", "00", "24:00", "400-tägig", "0-tägig", "0.", "BC", "Q3", "3./4."]  # fmt: skip
GLUE = [
    " ",
    " ",
    " ",
    ", ",
    ". ",
    "\n",
    "\n\n",
    "-",
    "/",
    " – ",
    " (",
    ") ",
    "",
    "\u00a0",
    "\u2028",
    "\u00ad",
    " „",
    "“ ",
    "🎉",
]
HOSTILE = ["vor ", "den ersten ", "3. und ", "3.", "der vergangenen ", "zwei bis ", "Mai und ", "Montag, ",
           "1.1.", "(", "der ", "Ende der ", "am Montag sagte ", "17:", "a-", "\u0301", "gegen "]  # fmt: skip
PIECES = st.one_of(st.sampled_from(WORDS), st.sampled_from(NUMBERS), st.text(max_size=6))
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(GLUE)), max_size=25).map(
    lambda pieces: "".join(piece + glue for piece, glue in pieces)
)
DATES = st.one_of(
    st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29), date(2025, 10, 21)])
)


@settings(max_examples=600, deadline=None)
@given(TEXTS, DATES)
def test_any_text_comes_through_with_sound_expressions(text: str, published: date | None) -> None:
    reached = 0
    for time in find_times(text, published_on=published):
        assert reached <= time.start < time.end <= len(text)
        assert text[time.start : time.end].strip() == text[time.start : time.end]
        assert check_value(time.kind, time.value) is None
        assert time.mod in MODS | {""}
        assert 0 < time.score <= 1
        assert time.rule
        reached = time.end


@settings(max_examples=150, deadline=None)
@given(TEXTS, DATES)
def test_the_same_text_gives_the_same_expressions(text: str, published: date | None) -> None:
    assert find_times(text, published_on=published) == find_times(text, published_on=published)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["Ein Satz. \n\n", "🎉 Ü\n\n", "\n\n\n\n"]))
def test_a_paragraph_in_front_shifts_the_offsets_and_no_more(text: str, prefix: str) -> None:
    published = date(2025, 10, 21)
    found = find_times("\n\n" + text, published_on=published)
    by = len(prefix) - 2

    shifted = [replace(time, start=time.start + by, end=time.end + by) for time in found]

    assert find_times(prefix + text, published_on=published) == shifted


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_with_tokens_every_expression_is_whole_tokens(text: str) -> None:
    scanned = scan(text)
    spans = [Span(s, e) for s, e in zip(scanned.starts, scanned.ends, strict=True) if e > s]
    tokens = Tokens.of(span for span in spans if text[span.start : span.end].strip())
    starts, ends = set(tokens.starts), set(tokens.ends)

    for time in find_times(text, tokens=tokens, published_on=date(2025, 10, 21)):
        assert time.start in starts
        assert time.end in ends


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(0, 200))
def test_no_expression_reaches_over_a_zone_or_a_sentence(text: str, cut: int) -> None:
    cut = min(cut, len(text))
    zones = [Zone(0, cut, ZoneKind.HEADLINE), Zone(cut, len(text), ZoneKind.BODY)]

    for time in find_times(text, published_on=date(2025, 10, 21), zones=zones):
        token_is_cut = text[cut - 1 : cut].strip() and text[cut : cut + 1].strip()
        assert not time.start < cut < time.end or token_is_cut


def test_hostile_repetitions_come_through() -> None:
    published = date(2025, 10, 21)
    for piece in HOSTILE:
        text = piece * (40_000 // len(piece))
        found = find_times(text, published_on=published)
        assert all(time.end <= len(text) for time in found)


def test_a_date_with_a_blank_in_it_does_not_reach_over_a_zone() -> None:
    zones = [Zone(0, 6, ZoneKind.HEADLINE), Zone(6, 11, ZoneKind.BODY)]
    found = find_times("21.10. 1001", published_on=date(2025, 10, 21), zones=zones)
    assert [(time.start, time.end) for time in found][:1] == [(0, 6)]
