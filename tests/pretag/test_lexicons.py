from __future__ import annotations

import pytest

from annotator.core.scheme import Scheme
from annotator.pretag.event_lexicon import event_lexicon
from annotator.pretag.lexicon_build import Counts, mark, nouns
from annotator.pretag.lexicons import Given, lexicons
from annotator.pretag.words import analyse, without_genitive


def test_every_role_that_the_event_lexicon_names_is_one_of_the_scheme(scheme: Scheme) -> None:
    for name, arguments in event_lexicon().arguments.items():
        label = scheme.label("event", name)
        if label is not None:
            assert set(arguments) <= {role.name for role in label.roles}, name


def test_every_event_type_of_the_scheme_has_triggers(scheme: Scheme) -> None:
    layer = scheme.layer("event")
    assert layer is not None
    known = {*event_lexicon().arguments, "Aussage"}

    assert {label.name for label in layer.labels} <= known


@pytest.mark.parametrize(
    ("word", "function"),
    [
        ("Bundesaußenministerin", "minister"),
        ("Kremlchef", "chef"),
        ("SPD-Vorsitzenden", "vorsitzender"),
        ("Vizepräsidentinnen", "vizepräsident"),
        ("Ministerium", ""),
        ("Reiseführer", ""),
        ("Basar", ""),
    ],
)
def test_functions_are_told_from_words_that_look_like_one(word: str, function: str) -> None:
    assert lexicons().function_of(word) == function


def test_words_are_told_apart_by_lists_and_shape() -> None:
    assert analyse("Änne").given is not Given.NO or analyse("Anne").given is Given.YES
    assert analyse("Karl-Heinz").given is Given.YES
    assert analyse("Verkehrsplanung").noun
    assert not analyse("Größl").noun
    assert analyse("Trump-Putin-Treffen").parts == ("Trump", "Putin", "Treffen")


@pytest.mark.parametrize(
    ("word", "forms"), [("Größls", ("Größls", "Größl")), ("Weiß’", ("Weiß’", "Weiß")), ("Moss", ("Moss",))]
)
def test_a_name_may_stand_in_the_genitive(word: str, forms: tuple[str, ...]) -> None:
    assert without_genitive(word) == forms


def test_nouns_are_words_that_are_hardly_ever_names() -> None:
    counts = Counts()
    counts.noun.update({"Straße": 20, "Essen": 5})
    counts.place.update({"Straße": 1, "Essen": 4})

    assert nouns(counts) == ["Straße"]
    assert mark(["Essen", "Köln"], {"Essen"}) == ["Essen*", "Köln"]
