"""The words of the report, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from annotator.core.annotation import SetState
from annotator.core.scheme import Localised
from annotator.core.verdict import Choice
from annotator.review.item import Kind

KINDS: Mapping[Kind, Localised] = {
    Kind.BOUNDARY: Localised("Grenze", "Boundary"),
    Kind.LABEL: Localised("Label", "Label"),
    Kind.MISSING: Localised("Fehlt", "Missing"),
    Kind.STATUS: Localised("Abgelehnt", "Rejected"),
    Kind.ATTRIBUTE: Localised("Attribut", "Attribute"),
    Kind.TIME_VALUE: Localised("Zeitwert", "Time value"),
    Kind.RELATION_MISSING: Localised("Relation fehlt", "Relation missing"),
    Kind.RELATION_LABEL: Localised("Relation: Label", "Relation: label"),
    Kind.RELATION_DIRECTION: Localised("Relation: Richtung", "Relation: direction"),
    Kind.ROLE: Localised("Rolle", "Role"),
    Kind.CLUSTER_PARTITION: Localised("Cluster geteilt", "Cluster split"),
    Kind.CLUSTER_MEMBER: Localised("Cluster: Mitglied", "Cluster: member"),
    Kind.CLUSTER_IDENTITY: Localised("Cluster: Verknüpfung", "Cluster: link"),
    Kind.ADDED: Localised("Ergänzt", "Added"),
}
CHOICES: Mapping[Choice, Localised] = {
    Choice.TAKE: Localised("eine Fassung übernommen", "one version taken"),
    Choice.ALL: Localised("alle übernommen", "all taken"),
    Choice.NEITHER: Localised("keine richtig", "none right"),
    Choice.EDITED: Localised("neu gefasst", "edited"),
    Choice.ADDED: Localised("ergänzt", "added"),
    Choice.SKIPPED: Localised("zurückgestellt", "put off"),
}
STATES: Mapping[SetState, Localised] = {
    SetState.NEW: Localised("neu", "new"),
    SetState.OPEN: Localised("in Arbeit", "under way"),
    SetState.DONE: Localised("fertig", "finished"),
    SetState.SKIPPED: Localised("zurückgestellt", "set aside"),
}
_WORDS: Mapping[str, Localised] = {
    "title": Localised("Bericht: {name}", "Report: {name}"),
    "made": Localised("Stand {at} · Schema {scheme} {version}", "As of {at} · scheme {scheme} {version}"),
    "articles": Localised("Artikel", "Articles"),
    "by_several": Localised("von mehreren fertiggestellt", "finished by several"),
    "disagreements": Localised("Abweichungen", "Disagreements"),
    "settled": Localised("entschieden", "settled"),
    "open": Localised("offen", "open"),
    "stale": Localised("seither geändert", "changed since"),
    "progress": Localised("Fortschritt", "Progress"),
    "annotator": Localised("Person", "Who"),
    "decisions": Localised("Entscheidungen", "Decisions"),
    "per_article": Localised("Zeit je Artikel", "Time per article"),
    "per_decision": Localised("Zeit je Entscheidung", "Time per decision"),
    "times_note": Localised(
        "Zeiten sind Mediane: die Arbeitszeit an fertigen Artikeln und die Zeit von einer Entscheidung zur "
        "nächsten, Pausen von mehr als einer Minute nicht mitgerechnet.",
        "Times are medians: of the working time on finished articles, and from one decision to the next "
        "without pauses of more than a minute.",
    ),
    "agreement": Localised("Übereinstimmung", "Agreement"),
    "agreement_note": Localised(
        "Die Balken sind 95-%-Intervalle aus 1.000 Stichproben der Artikel.",
        "The bars are 95% intervals from 1,000 samples of the articles.",
    ),
    "f1_by_layer": Localised("F1 der Spannen je Ebene (genau)", "F1 of spans per layer (exact)"),
    "all_figures": Localised("Alle Maße", "All measures"),
    "measure": Localised("Maß", "Measure"),
    "label": Localised("Label", "Label"),
    "layer": Localised("Ebene", "Layer"),
    "cluster": Localised("Cluster", "Cluster"),
    "by_label": Localised("Je Label", "Per label"),
    "value": Localised("Wert", "Value"),
    "items": Localised("Vergleiche", "Items"),
    "says": Localised("Was die Maße sagen", "What the measures say"),
    "pairs": Localised("Je Paar", "Per pair"),
    "pairs_note": Localised(
        "F1 der Spannen, genau, über alle Ebenen.", "F1 of spans, exact, over all layers."
    ),
    "drift": Localised("Im Lauf der Zeit", "Over time"),
    "drift_note": Localised(
        "Artikel in der Reihenfolge, in der sie fertiggestellt wurden; F1 der Spannen, genau.",
        "Articles in the order in which they were finished; F1 of spans, exact.",
    ),
    "suggestions": Localised("Mit und ohne Vorschläge", "With and without suggestions"),
    "with": Localised("mit Vorschlägen", "with suggestions"),
    "without": Localised("ohne Vorschläge", "without suggestions"),
    "own_work": Localised("Mit der eigenen früheren Arbeit", "Against one’s own earlier work"),
    "own_work_note": Localised(
        "Dieselbe Person, dieselben Artikel, ein zweites Mal ohne das erste zu sehen. Besser als mit sich "
        "selbst kann niemand mit anderen übereinstimmen.",
        "The same person and the same articles, a second time without a sight of the first. Nobody can agree "
        "with others better than with oneself.",
    ),
    "confusions": Localised("Verwechslungen", "Confusions"),
    "confusions_note": Localised(
        "Wie oft zwei Labels für dieselbe Stelle stehen, über alle Paare; je kräftiger die Farbe, desto "
        "öfter. Auf der Diagonale sind beide einig.",
        "How often two labels stand for one place, over all pairs; the deeper the colour, the more often. On "
        "the diagonal both agree.",
    ),
    "frequent": Localised("Die häufigsten Abweichungen", "The most frequent disagreements"),
    "times": Localised("{count} ×", "{count} ×"),
    "kind": Localised("Art", "Kind"),
    "count": Localised("Anzahl", "Count"),
    "nothing_there": Localised("nichts", "nothing"),
    "review": Localised("Entscheidungen der Prüfung", "Decisions of the review"),
    "haste": Localised("Schneller, als man lesen kann", "Faster than anybody reads"),
    "haste_note": Localised(
        "Folgen von mindestens {run} angenommenen Annotationen, jede schneller angenommen, als sich ihre "
        "Wörter lesen lassen (mindestens 0,3 s; 47 Zeichen in der Sekunde, also 400 Wörter in der Minute; "
        "Rayner u. a. 2016). Das kann auch heißen, dass jemand erst gelesen und dann zügig angenommen "
        "hat: Fragen Sie nach.",
        "Runs of at least {run} accepted annotations, each in less time than its words take to read: 0.3 s, "
        "and 47 characters a second (400 words a minute; Rayner et al. 2016). It may also mean that somebody "
        "read first and then accepted swiftly: ask.",
    ),
    "no_haste": Localised("Keine gefunden.", "None found."),
    "article": Localised("Artikel", "Article"),
    "when": Localised("Wann", "When"),
    "took": Localised("Dauer", "Took"),
    "needed": Localised("Lesezeit", "Reading time"),
    "nothing_compared": Localised(
        "Noch haben keine zwei Personen denselben Artikel fertiggestellt; die Übereinstimmung lässt sich "
        "nicht messen.",
        "No article has been finished by two people yet; agreement cannot be measured.",
    ),
    "no_disagreements": Localised("Keine.", "None."),
    "seconds": Localised("{number} s", "{number} s"),
    "minutes": Localised("{number} min", "{number} min"),
    "cancelled": Localised("Abgebrochen: nicht alles ist gezählt.", "Cancelled: not everything is counted."),
    "lead_only": Localised("Nur für die Leitung.", "For the lead only."),
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class Words:
    """The words in one language, numbers and dates included."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: str) -> str:
        """Return the words for ``key``; values are put in as they are."""
        text = self.get(_WORDS[key])
        return text.format_map(values) if values else text

    def get(self, text: Localised) -> str:
        """Return a text in the language."""
        return text.get(self.language)

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number with the separators of the language."""
        text = f"{value:,.{digits}f}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "de" else text

    def duration(self, seconds: float | None) -> str:
        """Return a time in seconds, or in minutes where it is long."""
        if seconds is None:
            return "–"
        if seconds < 90:
            return self("seconds", number=self.number(seconds, 1))
        return self("minutes", number=self.number(seconds / 60, 1))

    def day(self, day: date, *, short: bool = False) -> str:
        """Return a date."""
        if self.language == "de":
            return f"{day.day}.{day.month}." + ("" if short else str(day.year))
        return f"{day.day} {_MONTHS[day.month - 1][:3]}" + ("" if short else f" {day.year}")

    def moment(self, at: datetime) -> str:
        """Return a date and time, on this machine's clock."""
        here = at.astimezone()
        return f"{self.day(here.date())}, {here:%H:%M}"
