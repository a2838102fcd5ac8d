"""Events on a text of our own, counted as on a corpus: what is reached may not be lost unseen."""

from __future__ import annotations

from annotator.core.text import Span
from annotator.train.event_corpus import GoldEvent
from annotator.train.event_scores import EventTally, FoundEvent
from tests.pretag.conftest import Tagging

TEXT = """\
Die Reederei Tamsen GmbH aus Lübeck hat am Montag Insolvenz angemeldet. Nach Angaben der Gewerkschaft
Verdi streicht die Tamsen GmbH 300 Stellen. Bei einem Unfall in Köln wurden am Dienstag zwei Menschen
verletzt. Bundeskanzlerin Änne Größl traf den französischen Präsidenten Jean Müller am Mittwoch in Paris.
Ein weiteres Treffen könnte im November stattfinden. Siemens übernimmt die Größl AG. Die Polizei nahm
Jörg Weiß am Abend in Berlin fest. Das Landgericht München verurteilte Jörg Weiß im März zu zwei Jahren
Haft. Wirtschaftsminister Jörg Öhler trat am Freitag zurück. Die Europäische Union verhängte Sanktionen
gegen Russland. Bei einem Erdbeben in Japan starben am Donnerstag 19 Menschen. Am Samstag demonstrierten
Tausende in Wien. Der Gipfel in Brüssel wurde verschoben. Der Bundestag verabschiedete das Gesetz am
Freitag. Bayern München besiegte Borussia Dortmund. Verdi ruft für Mittwoch zu einem Streik bei Amazon
auf. Die Commerzbank und die Deutsche Bank wollen fusionieren.
"""
FLAT = TEXT.replace("\n", " ")
EXPECTED: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("Insolvenz", "Insolvenz", (("Unternehmen", "Reederei Tamsen GmbH"), ("Zeit", "Montag"))),
    ("Stellenabbau", "streicht", (("Unternehmen", "die Tamsen GmbH"),)),
    ("Unfall", "Unfall", (("Ort", "Köln"), ("Zeit", "Dienstag"))),
    ("Verletzung", "verletzt", (("Ort", "Köln"), ("Zeit", "Dienstag"))),
    (
        "Treffen",
        "traf",
        (("Teilnehmer", "Änne Größl"), ("Teilnehmer", "Jean Müller"), ("Ort", "Paris"), ("Zeit", "Mittwoch")),
    ),
    ("Treffen", "Treffen", (("Zeit", "November"),)),
    ("Übernahme", "übernimmt", (("Käufer", "Siemens"), ("Ziel", "Größl AG"))),
    ("Festnahme", "nahm", (("Festgenommener", "Jörg Weiß"), ("Behörde", "Polizei"), ("Ort", "Berlin"))),
    ("Verurteilung", "verurteilte", (("Gericht", "Landgericht München"), ("Zeit", "März"))),
    ("Rücktritt", "trat", (("Person", "Jörg Öhler"), ("Zeit", "Freitag"))),
    ("Sanktion", "Sanktionen", (("Urheber", "Europäische Union"), ("Ziel", "Russland"))),
    ("Unglück", "Erdbeben", (("Ort", "Japan"), ("Zeit", "Donnerstag"))),
    ("Tod", "starben", (("Ort", "Japan"), ("Zeit", "Donnerstag"))),
    ("Protest", "demonstrierten", (("Ort", "Wien"), ("Zeit", "Samstag"))),
    ("Treffen", "Gipfel", (("Ort", "Brüssel"),)),
    ("Verschiebung", "verschoben", (("Ereignis", "Gipfel"),)),
    ("Gesetz", "verabschiedete", (("Gremium", "Bundestag"), ("Zeit", "Freitag"))),
    ("Sportergebnis", "besiegte", (("Sieger", "Bayern München"), ("Verlierer", "Borussia Dortmund"))),
    ("Streik", "Streik", (("Organisator", "Verdi"), ("Bestreikter", "Amazon"), ("Zeit", "Mittwoch"))),
    ("Fusion", "fusionieren", (("Partner", "Commerzbank"), ("Partner", "Deutsche Bank"))),
)
STATEMENTS = ("Aussage", "Ankündigung")


def gold_events() -> list[GoldEvent]:
    """The expected events; the places of their words are sought from the event before on."""
    events = []
    for label, trigger, arguments in EXPECTED:
        at = FLAT.index(trigger)
        begin = max(FLAT.rfind(". ", 0, at), 0)
        places = {(role, place(words, begin)) for role, words in arguments}
        events.append(GoldEvent(label, (Span(at, at + len(trigger)),), frozenset(places)))
    return events


def place(words: str, begin: int) -> Span:
    start = FLAT.index(words, begin)
    return Span(start, start + len(words))


def test_triggers_and_roles_of_our_own_text_do_not_get_worse(tag: Tagging) -> None:
    draft = tag(FLAT)
    found = [
        FoundEvent(
            event.label,
            event.fragments,
            frozenset(
                (link.label, Span(link.tail.fragments[0].start, link.tail.fragments[-1].end))
                for link in draft.links.values()
                if link.head == event.key
            ),
        )
        for event in draft.in_layer("event")
        if event.label not in STATEMENTS
    ]
    tally = EventTally([label for label, _, _ in EXPECTED] + [event.label for event in found])
    tally.add(gold_events(), found)
    triggers, roles = tally.triggers()["all"], tally.roles()["all"]
    assert triggers.precision >= 0.95, triggers
    assert triggers.recall >= 0.95, triggers
    assert roles.precision >= 0.85, roles
    assert roles.recall >= 0.85, roles
