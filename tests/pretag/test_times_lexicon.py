"""The word lists of the time tagger."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.pretag.times.calendar import holiday
from annotator.pretag.times.lexicon import Entry, build, lexicon
from annotator.pretag.times.numbers import cardinals, ordinals, year_words

MINIMUM = """
weekday: {values: {1: [Montag]}}
weekday_part: {values: {EV: [abend]}}
"""


def _folder(path: Path, more: str) -> Path:
    (path / "words.yaml").write_text(MINIMUM + more, "utf-8")
    return path


@pytest.mark.parametrize(
    ("form", "entry"),
    [
        ("Oktobers", Entry("month", "10")),
        ("vergangenen", Entry("relative", "last:-1")),
        ("Gestern", Entry("day", "-1")),
        ("morgen", Entry("day", "1")),
        ("Morgen", Entry("part", "MO")),
        ("Montagabend", Entry("weekday_with_part", "1:EV")),
        ("montagabends", Entry("weekday_adverb", "1:EV")),
        ("zweiundzwanzig", Entry("cardinal", "22")),
        ("dritten", Entry("ordinal_word", "3")),
        ("dreitägigen", Entry("lasting_adjective", "3:D")),
        ("Jahrelang", Entry("long_adverb", "Y")),
    ],
)
def test_forms_are_known_by_class_and_value(form: str, entry: Entry) -> None:
    assert lexicon().forms[form] == entry


def test_longer_phrases_come_before_shorter_ones() -> None:
    for candidates in lexicon().phrases.values():
        lengths = [len(pieces) for pieces, _ in candidates]
        assert lengths == sorted(lengths, reverse=True)


def test_a_form_in_two_classes_is_refused(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "part: {values: {EV: [Abend]}}\nunit: {values: {D: [Abend]}}\n")

    with pytest.raises(ValueError, match="'Abend' is listed as"):
        build(folder)


def test_what_is_written_beats_what_is_inflected(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path, "early: {inflect: adjective, values: {START: [früh]}}\nlater: {values: {-1: [früher]}}\n"
    )

    assert build(folder).forms["früher"] == Entry("later", "-1")
    assert build(folder).forms["frühen"] == Entry("early", "START")


def test_every_holiday_has_a_day_in_every_year() -> None:
    rules = {entry.value for entry in lexicon().forms.values() if entry.kind in {"holiday", "feast"}}

    assert rules
    for rule in rules:
        for year in (1900, 2000, 2024, 2025, 2038):
            assert holiday(rule, year).year == year


def test_number_words_are_those_of_the_language() -> None:
    numbers, years, nth = dict(cardinals()), dict(year_words()), dict(ordinals())

    assert numbers["einundzwanzig"] == 21
    assert numbers["sechzehn"] == 16
    assert numbers["siebzig"] == 70
    assert numbers["zweihunderteins"] == 201
    assert years["neunzehnhundertneunundachtzig"] == 1989
    assert years["zweitausendeins"] == 2001
    assert (nth["erster"], nth["siebte"], nth["achten"], nth["zwanzigste"]) == (1, 7, 8, 20)
