from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import Zone, ZoneKind
from annotator.gui.canvas.paragraphs import Block, Utf16, displayed, split

ODD = "Grüße\n aus\u2028Köln\u2029 ein Cafe\u0301 🚒\u00ad und 👩‍🔬 …\n\n  \nEnde\ud800 \x07\tstop"
TEXTS = st.text(
    st.sampled_from("ab ß\n\u2028\u2029\u00ad\u0301🚒👍🏽.\t\x0b") | st.characters(codec="utf-8"),
    max_size=120,
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_lines_become_blocks_and_blank_lines_nothing() -> None:
    text = "Eins\n\n  Zwei  \n \nDrei"
    assert [text[b.start : b.end] for b in split(text, (), ())] == ["Eins", "Zwei", "Drei"]


def test_a_paragraph_separator_ends_a_block_and_a_line_separator_does_not() -> None:
    text = "Köln\u2028am Rhein\u2029Bonn"
    assert [text[b.start : b.end] for b in split(text, (), ())] == ["Köln\u2028am Rhein", "Bonn"]


def test_a_zone_that_begins_within_a_line_begins_a_block() -> None:
    text = "Kicker Titel des Textes\nFließtext"
    zones = (Zone(0, 6, ZoneKind.KICKER), Zone(7, 23, ZoneKind.HEADLINE), Zone(24, 33, ZoneKind.BODY))
    assert split(text, zones, ()) == (
        Block(0, 6, ZoneKind.KICKER, heads=True),
        Block(7, 23, ZoneKind.HEADLINE, heads=True),
        Block(24, 33, ZoneKind.BODY, number=1, heads=True),
    )


def test_a_crosshead_run_into_its_paragraph_stands_alone() -> None:
    text = "Erster Satz. Zwischentitel Zweiter Satz."
    zones = (Zone(13, 26, ZoneKind.CROSSHEAD),)
    shown = [(text[b.start : b.end], b.kind, b.number) for b in split(text, zones, ())]
    assert shown == [
        ("Erster Satz.", ZoneKind.BODY, 1),
        ("Zwischentitel", ZoneKind.CROSSHEAD, 0),
        ("Zweiter Satz.", ZoneKind.BODY, 2),
    ]


def test_neighbouring_zones_of_one_kind_stay_in_one_block() -> None:
    text = "Ein Satz. Noch einer."
    zones = (Zone(0, 9, ZoneKind.BODY), Zone(10, 21, ZoneKind.BODY))
    assert [(b.start, b.end) for b in split(text, zones, ())] == [(0, 21)]


def test_a_long_paragraph_is_cut_at_sentence_ends_and_numbered_once() -> None:
    text = "Ämter öffnen. " * 40
    sentences = list(range(0, len(text), 14))
    blocks = split(text, (), sentences, longest=100)
    assert all(b.end - b.start <= 100 for b in blocks)
    assert all(text[b.start : b.start + 5] == "Ämter" and text[b.end - 1] == "." for b in blocks)
    assert [b.number for b in blocks] == [1] + [0] * (len(blocks) - 1)
    assert [b.opens for b in blocks] == [True] + [False] * (len(blocks) - 1)


@pytest.mark.parametrize("text", ["x" * 950, "wort " * 190])
def test_a_long_paragraph_without_sentences_is_cut_all_the_same(text: str) -> None:
    blocks = split(text, (), (), longest=100)
    assert all(b.end - b.start <= 100 for b in blocks)
    assert "".join(text[b.start : b.end] for b in blocks) == text.replace(" ", "") or " " in text


@given(TEXTS, st.lists(st.integers(0, 120), max_size=8), st.integers(3, 30))
def test_blocks_hold_all_that_can_be_seen_in_order(text: str, borders: list[int], longest: int) -> None:
    kinds = list(ZoneKind)
    edges = sorted({b for b in borders if b <= len(text)})
    zones = tuple(
        Zone(start, end, kinds[index % len(kinds)]) for index, (start, end) in enumerate(pairwise(edges))
    )
    blocks = split(text, zones, (), longest=longest)
    inside = [text[i] for b in blocks for i in range(b.start, b.end)]
    assert "".join("".join(inside).split()) == "".join(text.split())
    for before, after in pairwise(blocks):
        assert before.end <= after.start
    for block in blocks:
        shown = text[block.start : block.end]
        assert shown == shown.strip() != ""
        assert "\n" not in shown


@given(TEXTS, st.integers(0, 1000))
def test_utf16_offsets_lead_back_to_code_points(text: str, start: int) -> None:
    converter = Utf16(text, start)
    for index in range(len(text) + 1):
        unit = converter.to_units(start + index)
        assert unit == units(text[:index])
        assert converter.to_offset(unit) == start + index


def test_an_offset_within_a_surrogate_pair_is_that_of_its_character() -> None:
    converter = Utf16("a🚒b", 10)
    assert [converter.to_offset(unit) for unit in range(5)] == [10, 11, 11, 12, 13]


def test_offsets_outside_a_block_are_held_to_it() -> None:
    converter = Utf16("a🚒b", 10)
    assert (converter.to_units(3), converter.to_units(99)) == (0, 4)
    assert converter.to_offset(99) == 13


@given(TEXTS | st.just(ODD))
def test_what_is_displayed_has_the_same_length_in_both_units(text: str) -> None:
    shown = displayed(text)
    assert len(shown) == len(text)
    assert units(shown) == units(text)
    assert "\x07" not in shown
    assert not any("\ud800" <= letter <= "\udfff" for letter in shown)
