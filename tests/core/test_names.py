from __future__ import annotations

import pytest

from annotator.core.names import forms_of, standing


def found(text: str, name: str, *, compounds: bool = False) -> list[str]:
    return [text[s.start : s.end] for s in standing(text, forms_of(name), compounds=compounds)]


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Weber", {"Weber", "Webers"}),
        ("Jörg Größ", {"Jörg Größ"}),
        ("Webers", {"Webers", "Weber"}),
        ("Jens", {"Jens"}),
        ("Größ’", {"Größ"}),
    ],
)
def test_the_forms_of_a_name(name: str, forms: set[str]) -> None:
    assert forms_of(name) == forms


def test_a_name_is_found_in_its_genitive_but_not_within_words() -> None:
    text = "„Weber“ kam. Webers Haus, Weberei, Oberweber, Weber\u0308 und Weber\u00adei."
    assert found(text, "Weber") == ["Weber", "Webers"]


def test_white_space_and_soft_hyphens_do_not_count() -> None:
    assert found("Karla\nWeiß, Kar\u00adla\u2028Weiß 🚒 Karla  Weiß’", "Karla Weiß") == [
        "Karla\nWeiß",
        "Kar\u00adla\u2028Weiß",
        "Karla  Weiß",
    ]


def test_compounds_count_only_when_they_are_asked_for() -> None:
    text = "Weber-Vertrauter, Anti-Weber und Weber – der Ältere"
    assert found(text, "Weber") == ["Weber"]
    assert found(text, "Weber", compounds=True) == ["Weber", "Weber", "Weber"]


def test_nothing_is_found_for_nothing() -> None:
    assert found("Ä", " ") == []
