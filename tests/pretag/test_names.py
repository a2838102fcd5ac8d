from __future__ import annotations

import pytest

from tests.pretag.conftest import Tagging
from tests.pretag.shown import chains, labelled


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Am Abend traf Karl-Heinz Größl die Jury.", ["Karl-Heinz Größl"]),
        ("Das sagte Ursula von der Leyen in Füssen.", ["Ursula von der Leyen"]),
        ("Es war John F. Kennedy, der das Ziel setzte.", ["John F. Kennedy"]),
        ("Außenministerin Baerböck reiste ab.", ["Baerböck"]),
        ("Papst Benedikt XVI. betete.", ["Benedikt XVI."]),
        ("Der Vertrag mit Dr. Jörg Weißmüller läuft aus.", ["Jörg Weißmüller"]),
        ("Mirej Taloş, Vizepräsident des Instituts, stellte das Programm vor.", ["Mirej Taloş"]),
        ("„Wir kommen“, sagte Änne Größl 🚒 und ging.", ["Änne Größl"]),
        ("Der Minister Angaben zufolge blieb alles ruhig.", []),
        ("Der König der Löwen läuft wieder im Kino.", []),
    ],
)
def test_people_are_found_by_first_name_or_by_what_stands_before_them(
    text: str, people: list[str], tag: Tagging
) -> None:
    assert labelled(tag(text), "PER") == people


def test_a_surname_is_known_everywhere_once_the_full_name_was_seen(tag: Tagging) -> None:
    draft = tag("Größls Pläne stocken. Änne Größl will weiterbauen, Gegner fordern Größls Rücktritt.")

    assert labelled(draft, "PER") == ["Größls", "Änne Größl", "Größls"]
    assert chains(draft) == {("Größls", "Änne Größl", "Größls")}


def test_an_ordinary_noun_is_no_surname_behind_a_determiner(tag: Tagging) -> None:
    draft = tag("Roland Koch kam an. Der Koch servierte die Suppe. Koch lobte sie.")

    assert labelled(draft, "PER") == ["Roland Koch", "Koch"]


def test_a_name_does_not_run_over_the_end_of_a_line(tag: Tagging) -> None:
    assert labelled(tag("Von Gregor Mayntz\nGerade war Neujahr."), "PER") == ["Gregor Mayntz"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Er fuhr von Köln nach Bosnien und Herzegowina.", ["Köln", "Bosnien und Herzegowina"]),
        ("Die Vereinigten Staaten und Russlands Nachbarn schweigen.", ["Vereinigten Staaten", "Russlands"]),
        ("Sie wohnt in Essen.", ["Essen"]),
        ("Das Essen war kalt.", []),
        (
            "Der Unfall geschah in der Kasseler Straße in Berlin-Friedenau.",
            ["Kasseler Straße", "Berlin-Friedenau"],
        ),
        ("Er lebt bei Lebanon (Ohio).", ["Lebanon", "Ohio"]),
        ("BERLIN – Es regnet.", ["BERLIN"]),
        ("Das steht in Halle 4.", []),
    ],
)
def test_places_are_found_and_ordinary_words_left_alone(text: str, places: list[str], tag: Tagging) -> None:
    assert labelled(tag(text), "LOC") == places


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("Die Deutsche Bahn und die Siemens AG bauen.", ["Deutsche Bahn", "Siemens AG"]),
        ("Der 1. FC Füssen 09 spielt.", ["1. FC Füssen 09"]),
        ("Das Außenministerium und die EU-Kommission prüfen.", ["Außenministerium", "EU-Kommission"]),
        ("Die Staatsanwaltschaft Kempten ermittelt.", ["Staatsanwaltschaft Kempten"]),
        ("Sie schrieb in der Basler Zeitung.", ["Basler Zeitung"]),
        ("Der Beschluss der Vereinten Nationen (UN) gilt.", ["Vereinten Nationen", "UN"]),
        ("Das ging auf die DVD.", []),
    ],
)
def test_organisations_are_found_by_list_and_by_form(
    text: str, organisations: list[str], tag: Tagging
) -> None:
    assert labelled(tag(text), "ORG") == organisations


def test_a_place_inside_an_organisation_stands_beside_it(tag: Tagging) -> None:
    draft = tag("Die Universität Bonn teilte das mit.")

    assert labelled(draft, "ORG") == ["Universität Bonn"]
    assert labelled(draft, "LOC") == ["Bonn"]


def test_a_seat_of_power_is_a_place_where_somebody_is_in_it(tag: Tagging) -> None:
    draft = tag("Er war im Kreml zu Gast. Der Kreml schwieg dazu.")

    assert labelled(draft, "LOC") == ["Kreml"]
    assert labelled(draft, "ORG") == ["Kreml"]


def test_an_abbreviation_in_brackets_names_the_same_thing(tag: Tagging) -> None:
    draft = tag("Die Europäische Zentralbank (EZB) tagt. Die EZB schweigt.")

    assert chains(draft) == {("Europäische Zentralbank", "EZB", "EZB")}


def test_hyphens_combining_marks_and_line_separators_do_no_harm(tag: Tagging) -> None:
    draft = tag("Jose\u0301 Größl kam.\u2028Schiff\u00adfahrt und Cafe\u0301 blieben zu 👩‍🔬.")

    assert draft.failures == []


def test_genitives_in_es_are_the_names_too(tag: Tagging) -> None:
    draft = tag("Die Akten des Bundesverfassungsgerichtes und des Bundestages fehlen.")

    assert labelled(draft, "ORG") == ["Bundesverfassungsgerichtes", "Bundestages"]


def test_what_a_country_has_one_of_is_an_organisation_with_the_article(tag: Tagging) -> None:
    draft = tag("Im Parlament wurde gestritten. Die iranische Zentralbank schwieg. Viele Parlamente tagen.")

    assert labelled(draft, "ORG") == ["Parlament", "Zentralbank"]
