"""Values of times from words and from what is typed in short."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from annotator.core.annotation import Mention, Origin, Provenance, Status, attributes
from annotator.core.article import Article
from annotator.core.ids import MentionId, new_id
from annotator.core.resources import resource
from annotator.core.scheme import Scheme
from annotator.core.text import Span
from annotator.formats.scheme_yaml import read_scheme
from annotator.services.time_values import proposed, typed_value
from tests.support.build import make_article, place

# The article appeared on Thursday, 14 March 2024.
TEXT = (
    "Brücke „für immer“ zu\n"
    "Die Brücke wurde am vergangenen Montag gegen 17.30 Uhr gesperrt. "
    "Seit drei Wo\u00adchen rostet sie, 🚒 und kurz nach fünf Uhr kam niemand.\n"
    "Vom 3. bis zum 5. Mai wird gebaut, jeden Dienstag ruht die Arbeit. Mitte April wird gefeiert."
)


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    source = resource("schemes", "nachrichten.yaml").read_text(encoding="utf-8")
    return read_scheme(source, name="nachrichten.yaml")


@pytest.fixture(scope="module")
def article() -> Article:
    return make_article(TEXT)


def time(article: Article, words: str, label: str, **values: str) -> Mention:
    return Mention(
        id=MentionId(new_id()),
        layer="time",
        label=label,
        fragments=(place(article, words),),
        attributes=attributes(values),
        status=Status.ACCEPTED,
        provenance=Provenance(Origin.HUMAN, "Jonte"),
    )


@pytest.mark.parametrize(
    ("words", "label", "values"),
    [
        ("vergangenen Montag", "DATE", {"value": "2024-03-11"}),
        ("gegen 17.30 Uhr", "TIME", {"value": "2024-03-11T17:30", "mod": "APPROX"}),
        ("drei Wo\u00adchen", "DURATION", {"value": "P3W"}),
        ("jeden Dienstag", "SET", {"value": "XXXX-WXX-2", "quant": "EVERY"}),
        ("Mitte April", "DATE", {"value": "2024-04", "mod": "MID"}),
    ],
)
def test_the_words_of_a_time_say_its_value_by_the_article_s_date(
    article: Article, scheme: Scheme, words: str, label: str, values: dict[str, str]
) -> None:
    assert proposed(article, scheme, time(article, words, label)) == values


def test_the_text_before_tells_which_day_a_clock_time_is_on(article: Article, scheme: Scheme) -> None:
    moved = replace(article, published_on=date(2024, 6, 19))
    clock = time(article, "gegen 17.30 Uhr", "TIME")
    assert proposed(moved, scheme, clock)["value"] == "2024-06-17T17:30"


def test_words_that_reach_further_than_the_time_have_its_value(article: Article, scheme: Scheme) -> None:
    wider = time(article, "kurz nach fünf Uhr", "TIME")
    assert proposed(article, scheme, wider)["value"].endswith("T05:00")


def test_a_part_of_a_time_has_its_own_value_on_the_day_of_the_whole(article: Article, scheme: Scheme) -> None:
    assert proposed(article, scheme, time(article, "17.30 Uhr", "TIME")) == {"value": "2024-03-11T17:30"}
    assert proposed(article, scheme, time(article, "Montag", "DATE")) == {"value": "2024-03-11"}
    assert proposed(article, scheme, time(article, "April", "DATE")) == {}, "alone it may be a name"


def test_pieces_are_read_together(article: Article, scheme: Scheme) -> None:
    day, month = place(article, "3."), place(article, "Mai")
    pieces = replace(time(article, "3.", "DATE"), fragments=(day, month))
    assert proposed(article, scheme, pieces) == {"value": "2024-05-03"}


def test_nothing_is_proposed_where_there_is_a_value_another_type_or_no_time(
    article: Article, scheme: Scheme
) -> None:
    montag = time(article, "vergangenen Montag", "DATE")
    assert proposed(article, scheme, replace(montag, attributes=(("value", "2024-03-12"),))) == {}
    assert proposed(article, scheme, replace(montag, label="DURATION")) == {}
    assert proposed(article, scheme, replace(montag, status=Status.SUGGESTED)) == {}
    assert proposed(article, scheme, replace(montag, layer="entity", label="LOC")) == {}
    assert proposed(article, scheme, time(article, "Brücke", "DATE")) == {}


def test_what_a_person_said_is_not_proposed_anew(article: Article, scheme: Scheme) -> None:
    told = time(article, "gegen 17.30 Uhr", "TIME", mod="BEFORE")
    assert proposed(article, scheme, told) == {"value": "2024-03-11T17:30"}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("4.3.", "2024-03-04"),
        ("4.3", "2024-03-04"),
        ("4.3.23", "2023-03-04"),
        ("16.", "2024-03-16"),
        ("28.", "2024-03-28"),
        ("gestern", "2024-03-13"),
        ("vorgestern", "2024-03-12"),
        ("kommenden Montag", "2024-03-18"),
        ("nächste Woche", "2024-W12"),
        ("2024-03", "2024-03"),
        ("3/2024", "2024-03"),
        ("März 2023", "2023-03"),
        (" 2024-03-04 ", "2024-03-04"),
        ("past_ref", "PAST_REF"),
    ],
)
def test_a_short_form_is_the_value_that_a_person_means_by_it(
    article: Article, typed: str, value: str
) -> None:
    assert typed_value(article, time(article, "Mitte April", "DATE"), typed) == value


def test_a_bare_weekday_lies_where_the_sentence_says(article: Article) -> None:
    assert typed_value(article, time(article, "vergangenen Montag", "DATE"), "Fr") == "2024-03-08"
    assert typed_value(article, time(article, "Mitte April", "DATE"), "Fr") == "2024-03-15"


def test_a_day_alone_moves_the_clock_time_to_that_day(article: Article) -> None:
    clock = time(article, "gegen 17.30 Uhr", "TIME")
    for typed in ("12.3.", "12.", "2024-03-12", "Dienstag"):
        assert typed_value(article, clock, typed, now="2024-03-11T17:30") == "2024-03-12T17:30"
    assert typed_value(article, clock, "12.3. abends", now="2024-03-11T17:30") == "2024-03-12TEV"


@pytest.mark.parametrize("typed", ["Quark", "2024-13-01", "zwei Wochen", "…", ".", "🚒", "ß\u2028", ""])
def test_what_says_nothing_of_this_type_stays_as_it_was_typed(article: Article, typed: str) -> None:
    assert typed_value(article, time(article, "Mitte April", "DATE"), typed) == typed.strip()


def test_without_a_date_only_what_does_not_hang_on_it_has_a_value(article: Article, scheme: Scheme) -> None:
    undated = replace(article, published_on=None)
    assert typed_value(undated, time(article, "Mitte April", "DATE"), "16.") == "16."
    assert proposed(undated, scheme, time(article, "drei Wo\u00adchen", "DURATION")) == {"value": "P3W"}


def test_the_end_of_a_long_article_is_read_without_its_beginning(scheme: Scheme) -> None:
    long = make_article(
        "Auftakt\n" + "Es regnete über Füssen und Weiß lachte. " * 4000 + "Gestern endete es."
    )
    last = time(long, "Gestern", "DATE")
    assert last.fragments == (Span(len(long.text) - 18, len(long.text) - 11),)
    assert proposed(long, scheme, last) == {"value": "2024-03-13"}


def test_no_spacy_is_needed_for_it() -> None:
    code = (
        "import sys; from annotator.services import time_values; "
        "assert not [m for m in sys.modules if m.startswith('annotator.pretag')]; "
        "time_values.prepare(); assert 'spacy' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
