from __future__ import annotations

import pytest

from tests.pretag.conftest import Tagging
from tests.pretag.shown import attributes_of, labelled, linked


@pytest.mark.parametrize(
    ("text", "label", "triggers"),
    [
        ("Größl und Weiß trafen sich in Füssen.", "Treffen", ["trafen"]),
        ("Änne Größl traf Jörg Weißmüller.", "Treffen", ["traf"]),
        ("Der Ball traf den Pfosten.", "Treffen", []),
        ("Die Bahn traf mit Änne Größl Vorkehrungen.", "Angriff", []),
        ("Das Vorbereitungstreffen und der Gipfel folgen.", "Treffen", ["Vorbereitungstreffen", "Gipfel"]),
        ("Größl kam am Sonntag in Füssen an.", "Treffen", []),
        ("Änne Größl und Jörg Weiß kamen in Füssen zusammen.", "Treffen", ["kamen … zusammen"]),
        ("Sie telefonierte mit ihm. Das Gespräch dauerte lang.", "Telefonat", ["telefonierte", "Gespräch"]),
        ("Das Gespräch dauerte lang.", "Telefonat", []),
        ("Die Polizei nahm den Mann noch am Abend fest.", "Festnahme", ["nahm … fest"]),
        ("Zwei Menschen kamen dabei ums Leben.", "Tod", ["kamen … Leben"]),
        ("Zwei Menschen wurden ermordet.", "Tod", ["ermordet"]),
        ("Gegen den Streik gab es Proteste.", "Protest", ["Proteste"]),
        ("Der Wahlkampf beginnt, die Auswahl ist groß.", "Wahl", []),
        ("Die Landtagswahl ist im Herbst.", "Wahl", ["Landtagswahl"]),
        ("Einige Firmen schlossen sich zusammen.", "Vereinbarung", []),
        ("Beide Seiten einigten sich am Abend.", "Vereinbarung", ["einigten"]),
        ("Die annektierte Insel liegt im Westen.", "Annexion", ["annektierte"]),
        ("Der Minister trat am Montag zurück.", "Rücktritt", ["trat … zurück"]),
        ("Der Minister trat ans Pult.", "Rücktritt", []),
        ("Größl führte ein Gespräch mit Weiß.", "Treffen", ["führte … Gespräch"]),
        ("Die Friedensgespräche dauern an.", "Verhandlung", ["Friedensgespräche"]),
        ("Ein Lastwagen prallte gegen eine Mauer.", "Unfall", ["prallte"]),
        ("Bei dem Auffahrunfall blieb es bei Blechschäden.", "Unfall", ["Auffahrunfall"]),
        ("Der Börsencrash traf viele.", "Unfall", []),
        ("Das Erdbeben zerstörte Häuser.", "Unglück", ["Erdbeben"]),
        ("Ein Konzern streicht 300 Stellen.", "Stellenabbau", ["streicht … Stellen"]),
        ("Die Werft ist insolvent, die Pleite kam früh.", "Insolvenz", ["insolvent", "Pleite"]),
        ("Die Übernahme von Verantwortung fällt schwer.", "Übernahme", []),
        ("Die Übernahme der Werft ist teuer.", "Übernahme", ["Übernahme"]),
        ("Größl übernahm das Amt von Weiß.", "Übernahme", []),
        ("Beide Firmen fusionieren.", "Fusion", ["fusionieren"]),
        ("Die Kernfusion gelingt.", "Fusion", []),
        ("Der Landtag verabschiedete das Gesetz.", "Gesetz", ["verabschiedete"]),
        ("Der Trainer verabschiedete sich.", "Gesetz", []),
        ("Die EU verhängt Sanktionen und ein Ölembargo.", "Sanktion", ["Sanktionen", "Ölembargo"]),
        ("Der Verein gewann das Finale.", "Sportergebnis", ["gewann"]),
        ("Die Partei feiert ihren Wahlsieg.", "Sportergebnis", []),
        ("Unter Berufung auf Kreise meldet das Blatt nichts.", "Ernennung", []),
        ("Seine Berufung überrascht.", "Ernennung", ["Berufung"]),
        ("Sie leitet die Bundespressekonferenz.", "Treffen", []),
        ("Vier Menschen wurden schwer verletzt.", "Verletzung", ["verletzt"]),
        ("Das verletzt geltendes Recht.", "Verletzung", []),
        ("Gegen den Chef wird ermittelt, die Anklage folgt.", "Anklage", ["ermittelt", "Anklage"]),
    ],
)
def test_triggers_are_found_and_lookalikes_left_alone(
    text: str, label: str, triggers: list[str], tag: Tagging
) -> None:
    assert labelled(tag(text), label) == triggers


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("Das Treffen zwischen Änne Größl und Jörg Weiß endete.", {"Änne Größl", "Jörg Weiß"}),
        ("Änne Größl traf Jörg Weiß.", {"Änne Größl", "Jörg Weiß"}),
        ("Änne Größl traf sich mit Minister Jörg Weiß.", {"Änne Größl", "Jörg Weiß"}),
        ("Ein Treffen von Änne Größl mit ihrem Kollegen Jörg Weiß war geplant.", {"Änne Größl", "Jörg Weiß"}),
        ("Änne Größls Treffen mit Jörg Weiß endete.", {"Änne Größls", "Jörg Weiß"}),
        ("Nach dem Treffen reiste Änne Größl ab.", set()),
    ],
)
def test_who_meets_is_found_behind_before_and_around_the_trigger(
    text: str, participants: set[str], tag: Tagging
) -> None:
    assert {tail for _, tail in linked(tag(text), "Teilnehmer")} == participants


def test_place_and_time_hang_on_the_event_of_their_clause(tag: Tagging) -> None:
    draft = tag("Änne Größl traf Jörg Weiß am 3. Oktober in Füssen, bevor sie nach Köln fuhr.")

    assert linked(draft, "Ort") == {("traf", "Füssen")}
    assert linked(draft, "Zeit") == {("traf", "3. Oktober")}


def test_a_passive_has_its_subject_as_the_one_it_is_done_to(tag: Tagging) -> None:
    draft = tag("Jörg Weißmüller wurde von der Bundespolizei festgenommen.")

    assert linked(draft, "Festgenommener") == {("festgenommen", "Jörg Weißmüller")}
    assert linked(draft, "Behörde") == {("festgenommen", "Bundespolizei")}


def test_an_infinitive_with_zu_has_no_agent_but_an_object(tag: Tagging) -> None:
    draft = tag("Er befahl, Änne Größl zu töten.")

    assert linked(draft, "Täter") == set()
    assert linked(draft, "Verstorbener") == {("töten", "Änne Größl")}


def test_a_town_is_where_it_happened_not_who_did_it(tag: Tagging) -> None:
    draft = tag("An das Massaker von Srebrenica wird erinnert.")

    assert linked(draft, "Täter") == set()
    assert linked(draft, "Ort") == {("Massaker", "Srebrenica")}


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("Das Treffen fand in Füssen statt.", {}),
        ("Das Treffen soll in Füssen stattfinden.", {"factuality": "planned"}),
        ("Das geplante Treffen beginnt bald.", {"factuality": "planned"}),
        ("Das Treffen könnte in Füssen stattfinden.", {"factuality": "possible"}),
        ("Das Treffen wird nicht stattfinden.", {"factuality": "denied", "polarity": "negative"}),
        ("Es gab kein Treffen.", {"factuality": "denied", "polarity": "negative"}),
        ("Die Opposition fordert ein Treffen.", {"factuality": "demanded"}),
        ("Das geplante Treffen wackelt.", {"factuality": "possible"}),
        ("Das Treffen in Füssen ist vom Tisch.", {"factuality": "denied"}),
        ("Das Treffen steht auf der Kippe.", {"factuality": "possible"}),
        ("Das Treffen liegt auf Eis.", {"factuality": "planned"}),
        ("Ein Treffen sei nicht vereinbart worden.", {"factuality": "denied", "polarity": "negative"}),
        ("Es gibt keine Pläne für ein Treffen.", {"factuality": "denied"}),
        ("Größl schließt ein Treffen nicht aus.", {"factuality": "possible"}),
        ("Größl schließt ein Treffen aus.", {"factuality": "denied"}),
        ("Ob es zu einem Treffen kommt, ist offen.", {"factuality": "possible"}),
        ("Sollte es zu einem Treffen kommen, reist Weiß ab.", {"factuality": "possible"}),
        ("Nach dem Treffen forderte Größl Hilfe.", {}),
        ("Größl verlangt die Aufklärung der Folgen des Treffens.", {}),
        ("Das Treffen wurde abgewendet.", {"factuality": "denied"}),
        ("Laut Polizei gab es ein Treffen.", {"factuality": "reported"}),
        ("Treffen gab es keine.", {"factuality": "denied", "polarity": "negative"}),
    ],
)
def test_factuality_follows_the_words_of_the_clause(
    text: str, attributes: dict[str, str], tag: Tagging
) -> None:
    assert attributes_of(tag(text), "Treffen") == [attributes]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("Der Mann soll zwei Menschen getötet haben.", "reported"),
        ("Das Gift soll zwei Menschen töten.", "planned"),
        ("Das Gift tötete zwei Menschen.", None),
    ],
)
def test_a_modal_with_a_perfect_infinitive_is_hearsay_not_a_plan(
    text: str, factuality: str | None, tag: Tagging
) -> None:
    assert [found.get("factuality") for found in attributes_of(tag(text), "Tod")] == [factuality]


def test_what_is_put_off_may_stand_in_the_clause_before(tag: Tagging) -> None:
    draft = tag("Der Gipfel war für Montag geplant, wurde aber verschoben.")

    assert linked(draft, "Ereignis") == {("verschoben", "Gipfel")}
    assert linked(tag("Wegen des Streiks fielen viele Züge aus."), "Ereignis") == set()


def test_a_postponed_event_is_what_the_postponement_is_about(tag: Tagging) -> None:
    draft = tag("Der Gipfel wurde auf Montag verschoben.")

    assert linked(draft, "Ereignis") == {("verschoben", "Gipfel")}


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Menschen wurden ermordet.",
        "Der Konzern entließ Vorstand Jörg Größl und 300 Mitarbeiter.",
        "Die Firma hat Änne Weiß und andere Beschäftigte entlassen.",
    ],
)
def test_a_word_of_several_types_is_one_event(text: str, tag: Tagging) -> None:
    events = tag(text).in_layer("event")
    assert events
    assert len({mention.fragments for mention in events}) == len(events)
