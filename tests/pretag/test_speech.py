from __future__ import annotations

import pytest

from tests.pretag.conftest import Tagging
from tests.pretag.shown import chains, labelled, linked


@pytest.mark.parametrize(
    "text",
    [
        "„Wir bauen die Straße jetzt“, sagte Änne Größl.",
        '"Wir bauen die Straße jetzt", sagte Änne Größl.',
        "»Wir bauen die Straße jetzt«, sagte Änne Größl.",
        "Änne Größl sagte: „Wir bauen die Straße jetzt“",
        "Am Montag sagte Änne Größl in Füssen: „Wir bauen die Straße jetzt“",
        "Die Bürgermeisterin, Änne Größl (SPD), sagte: „Wir bauen die Straße jetzt“",
    ],
)
def test_a_direct_quote_has_its_words_cue_and_speaker(text: str, tag: Tagging) -> None:
    draft = tag(text)

    assert labelled(draft, "Zitat") == ["Wir bauen die Straße jetzt"]
    assert labelled(draft, "Cue") == ["sagte"]
    assert linked(draft, "Sprecher") >= {("Wir bauen die Straße jetzt", "Änne Größl")}
    assert linked(draft, "Cue") == {("Wir bauen die Straße jetzt", "sagte")}


def test_a_cue_with_its_prefix_far_behind_is_one_mention(tag: Tagging) -> None:
    draft = tag("Das Verkehrsministerium teilte am Abend mit, dass die Brücke gesperrt bleibe.")

    assert labelled(draft, "Cue") == ["teilte … mit"]
    assert labelled(draft, "Aussage") == ["teilte … mit"]
    assert labelled(draft, "Zitat-indirekt") == ["dass die Brücke gesperrt bleibe"]


@pytest.mark.parametrize(
    ("text", "reported", "cue"),
    [
        ("Größl erklärte, die Brücke sei sicher.", "die Brücke sei sicher", "erklärte"),
        ("Die Brücke sei sicher, erklärte Änne Größl.", "Die Brücke sei sicher", "erklärte"),
        ("Laut CNN bleibt die Brücke lange gesperrt.", "bleibt die Brücke lange gesperrt", "Laut"),
        (
            "Nach Angaben der Deutschen Bahn fahren keine Züge.",
            "fahren keine Züge",
            "Angaben",
        ),
        (
            "Äußerungen Größls, dass die Brücke sicher sei, überraschen.",
            "dass die Brücke sicher sei, überraschen",
            "Äußerungen",
        ),
    ],
)
def test_reported_speech_is_found_in_its_forms(text: str, reported: str, cue: str, tag: Tagging) -> None:
    draft = tag(text)

    assert labelled(draft, "Zitat-indirekt") == [reported]
    assert labelled(draft, "Cue") == [cue]


def test_a_sentence_in_the_subjunctive_goes_on_with_the_same_speaker(tag: Tagging) -> None:
    draft = tag("Die Pläne seien alt, sagte Änne Größl. Ein Ende sei nicht abzusehen. Es regnete.")

    assert labelled(draft, "Zitat-indirekt") == ["Die Pläne seien alt", "Ein Ende sei nicht abzusehen"]
    assert ("Ein Ende sei nicht abzusehen", "Änne Größl") in linked(draft, "Sprecher")


def test_who_passes_words_on_is_not_the_speaker(tag: Tagging) -> None:
    draft = tag(
        "„Es sind viele Aufgaben zu erledigen“, "
        "hatte Kremlsprecher Dmitri Größl der Agentur Tass zufolge gesagt."
    )

    assert linked(draft, "Sprecher") >= {("Es sind viele Aufgaben zu erledigen", "Dmitri Größl")}
    assert not any(speaker == "Tass" for _, speaker in linked(draft, "Sprecher"))


def test_where_something_was_said_can_be_the_speaker(tag: Tagging) -> None:
    draft = tag("Die Reise werde verschoben, hieß es aus dem Außenministerium.")

    assert ("Die Reise werde verschoben", "Außenministerium") in linked(draft, "Sprecher")


def test_a_pronoun_speaks_where_the_sentence_has_no_name(tag: Tagging) -> None:
    draft = tag("Änne Größl kam nach Füssen. „Wir bauen die Straße jetzt“, sagte sie.")

    assert ("Wir bauen die Straße jetzt", "sie") in linked(draft, "Sprecher")
    assert chains(draft) == {("Änne Größl", "sie")}


def test_names_and_titles_between_quotation_marks_are_no_quotes(tag: Tagging) -> None:
    draft = tag(
        "Die Fähre „Wellenreiterin“ fährt wieder, sagte Änne Größl. Das Lied „Man of the Match“ lief."
    )

    assert labelled(draft, "Zitat") == []


def test_a_verb_of_speech_in_another_sense_is_no_statement(tag: Tagging) -> None:
    draft = tag("Das Gericht hatte die Wahl für nichtig erklärt. Der Verein hat sich gemeldet.")

    assert labelled(draft, "Aussage") == []


def test_an_unpaired_quotation_mark_swallows_nothing(tag: Tagging) -> None:
    draft = tag("Er sagte: „Das ist alles.\n\nAm Abend sprach Änne Größl. Sie ging um 8“.")

    assert labelled(draft, "Zitat") == []


def test_the_statement_has_its_speaker_and_what_was_said(tag: Tagging) -> None:
    draft = tag("„Wir bauen die Straße jetzt“, sagte Änne Größl am Montag.")

    assert linked(draft, "Inhalt") == {("sagte", "Wir bauen die Straße jetzt")}
    assert ("sagte", "Änne Größl") in linked(draft, "Sprecher")
    assert linked(draft, "Zeit") == {("sagte", "Montag")}
