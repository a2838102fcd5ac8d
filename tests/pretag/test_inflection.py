from __future__ import annotations

import pytest

from annotator.pretag.inflection import Form, Verb, noun_forms


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("mit|teilen", ["teilte", "mitteilte", "mitgeteilt", "mitzuteilen", "teilt", "mitteilen"]),
        ("an|greifen griff gegriffen", ["greift", "griffen", "angegriffen", "angriff", "griffe"]),
        ("treffen traf getroffen trifft", ["trifft", "trafen", "träfe", "getroffen", "treffe"]),
        ("protestieren", ["protestiert", "protestierte"]),
        ("reden", ["redet", "redete", "geredet"]),
        ("verurteilen", ["verurteilt", "verurteilten"]),
    ],
)
def test_verbs_have_their_forms(entry: str, forms: list[str]) -> None:
    assert set(forms) <= set(Verb.parse(entry).forms())


def test_a_verb_without_its_prefix_is_marked_as_split() -> None:
    forms = Verb.parse("mit|teilen").forms()

    assert forms["teilte"] & Form.SPLIT
    assert not forms["mitteilte"] & Form.SPLIT
    assert not forms["mitgeteilt"].finite


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("Besuch/e", {"Besuch", "Besuchs", "Besuches", "Besuche", "Besuchen"}),
        ("Anschlag/Anschläge", {"Anschlag", "Anschlags", "Anschlages", "Anschläge", "Anschlägen"}),
        ("Wahl/en", {"Wahl", "Wahlen"}),
    ],
)
def test_nouns_have_their_forms(entry: str, forms: set[str]) -> None:
    assert forms <= noun_forms(entry)
