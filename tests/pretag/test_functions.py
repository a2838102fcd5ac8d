from __future__ import annotations

import pytest

from tests.pretag.conftest import Tagging
from tests.pretag.shown import labelled, linked


@pytest.mark.parametrize(
    ("text", "functions", "held"),
    [
        (
            "US-Außenminister Marco Größl reiste ab.",
            ["US-Außenminister"],
            {("Marco Größl", "US-Außenminister")},
        ),
        (
            "Das sagte die russische Vizeaußenministerin Änne Weiß.",
            ["Vizeaußenministerin"],
            {("Änne Weiß", "Vizeaußenministerin")},
        ),
        (
            "Die Präsidenten Donald Trump und Wladimir Putin schwiegen.",
            ["Präsidenten"],
            {("Donald Trump", "Präsidenten"), ("Wladimir Putin", "Präsidenten")},
        ),
        (
            "Der Verkehrsminister, Binali Größl, widersprach.",
            ["Verkehrsminister"],
            {("Binali Größl", "Verkehrsminister")},
        ),
        (
            "Elon Größl, Gründer und Geschäftsführer der Firma, schwieg.",
            ["Gründer", "Geschäftsführer"],
            {("Elon Größl", "Gründer"), ("Elon Größl", "Geschäftsführer")},
        ),
        ("Der Sprecher wollte nichts sagen.", ["Sprecher"], set()),
        ("Seinen Kollegen gefiel das.", [], set()),
        ("Im Basar lag ein Reiseführer.", [], set()),
    ],
)
def test_functions_are_found_with_their_holders(
    text: str, functions: list[str], held: set[tuple[str, str]], tag: Tagging
) -> None:
    draft = tag(text)

    assert labelled(draft, "Funktion") == functions
    assert linked(draft, "hat-Funktion") == held


def test_a_function_belongs_to_the_country_or_body_beside_it(tag: Tagging) -> None:
    draft = tag("Der Präsident der USA traf den Sprecher der Deutschen Bahn. Russlands Botschafter fehlte.")

    assert linked(draft, "gehört-zu") == {
        ("Präsident", "USA"),
        ("Sprecher", "Deutschen Bahn"),
        ("Botschafter", "Russlands"),
    }


def test_a_party_in_brackets_is_where_somebody_belongs(tag: Tagging) -> None:
    assert linked(tag("Olaf Größl (SPD) kam."), "gehört-zu") == {("Olaf Größl", "SPD")}


def test_what_a_genitive_names_is_not_the_office_of_the_name_behind_the_comma(tag: Tagging) -> None:
    draft = tag("Ein Kritiker des Ministerpräsidenten, Sondhi Größl, widersprach.")

    assert linked(draft, "hat-Funktion") == set()


def test_whoever_is_of_a_body_belongs_to_it(tag: Tagging) -> None:
    draft = tag("Änne Größl von der SPD kam. Ole Brandt, Direktor der Agentur Reuters, blieb.")

    assert linked(draft, "gehört-zu") == {("Änne Größl", "SPD"), ("Direktor", "Reuters")}


def test_adjectives_stand_between_an_apposed_office_and_what_it_is_of(tag: Tagging) -> None:
    draft = tag("Ole Brandt, der Polizeichef der betroffenen Region, kam.")

    assert linked(draft, "hat-Funktion") == {("Ole Brandt", "Polizeichef")}
