from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import QueryInvalid
from annotator.core.query import Field, Term, date_range, parse, score_bounds


def test_words_phrases_and_fields_are_told_apart() -> None:
    assert parse('Kutter „in Füssen“ label:PER,ORG -text:"Karla Weiß" datum:2024-03').terms == (
        Term(Field.WORD, ("Kutter",)),
        Term(Field.WORD, ("in Füssen",)),
        Term(Field.LABEL, ("PER", "ORG")),
        Term(Field.TEXT, ("Karla Weiß",), negated=True),
        Term(Field.DATE, ("2024-03",)),
    )


def test_an_attribute_of_the_scheme_is_a_field() -> None:
    assert parse("Factuality:planned", attributes=["factuality"]).terms == (
        Term(Field.ATTRIBUTE, ("planned",), name="factuality"),
    )


def test_a_time_of_day_is_a_word() -> None:
    assert parse("10:30").terms == (Term(Field.WORD, ("10:30",)),)


def test_only_terms_on_mentions_make_mentions_the_hits() -> None:
    query = parse("Fähre label:LOC medium:Küsten-Echo")
    assert [t.field for t in query.on_mentions] == [Field.LABEL]
    assert [t.field for t in query.on_articles] == [Field.OUTLET]
    assert [t.values for t in query.words] == [("Fähre",)]


@pytest.mark.parametrize(
    ("source", "reason", "place"),
    [
        ("Fähre labl:PER", "unknown_field", 6),
        ("label:", "no_value", 0),
        ("ja label:,", "no_value", 3),
        ('„Karla“ ""', "no_value", 8),
        ('text:"Karla', "open_quote", 0),
        ("date:gestern", "bad_date", 0),
        ("x score:viel", "bad_score", 2),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(source: str, reason: str, place: int) -> None:
    with pytest.raises(QueryInvalid) as caught:
        parse(source)
    assert (caught.value.data["reason"], caught.value.data["place"]) == (reason, place)


@given(st.text(alphabet='ab ä:"„“-,.<1label', max_size=30))
def test_any_text_is_read_or_refused_with_a_place_inside_it(source: str) -> None:
    try:
        query = parse(source)
    except QueryInvalid as error:
        assert 0 <= error.data["place"] <= len(source)
    else:
        assert all(term.values and all(term.values) for term in query.terms)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-03", ("2024-03-01", "2024-03-31")),
        ("2024-03..2024-05-02", ("2024-03-01", "2024-05-02")),
        ("..2024", ("0000-01-01", "2024-12-31")),
        ("2024..", ("2024-01-01", "9999-12-31")),
    ],
)
def test_a_date_is_a_range_of_days(value: str, days: tuple[str, str]) -> None:
    assert date_range(value) == days


@pytest.mark.parametrize(
    ("value", "bounds"), [("<0,5", ("<", 0.5)), (">=.75", (">=", 0.75)), ("1", ("=", 1.0))]
)
def test_a_score_is_compared(value: str, bounds: tuple[str, float]) -> None:
    assert score_bounds(value) == bounds
