"""An invented article with every construct of the canvas, its scheme, and lines of text without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Relation, Status
from annotator.core.article import Article, Zone, ZoneKind
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.scheme import (
    Colours,
    Ends,
    Label,
    Layer,
    LayerKind,
    Localised,
    RelationType,
    Role,
    Scheme,
)
from annotator.core.state import AnnotationState, Layered, overlay
from annotator.core.text import Span
from tests.support.build import make_article, place

HAND = Provenance(Origin.HUMAN, "probe")
LETTER = 8.0
ANY = Ends(frozenset({("entity", "*"), ("time", "*"), ("event", "*"), ("quote", "*")}))
LINES = (
    (ZoneKind.KICKER, "Streit um die Fähre"),
    (ZoneKind.HEADLINE, "Deich lädt zum Runden Tisch nach Osterholm"),
    (ZoneKind.NOTICE, "Aktualisiert am 03.05.2024, 09:12 Uhr"),
    (ZoneKind.CAPTION, "Leerer Anleger in Osterholm. (Archivbild)"),
    (ZoneKind.TEASER, "Auf der Insel wird die Milch knapp, und niemand fährt hinüber."),
    (
        ZoneKind.BODY,
        "Osterholm – Nach dem Streik der rund 900 Beschäftigten ist auf dem Anleger von Osterholm am "
        "Dienstag der Betrieb zusammengebrochen.",
    ),
    (
        ZoneKind.BODY,
        "Landrätin Frauke Deich will beide Seiten am Freitag treffen. „Niemand verlässt den Raum, bevor wir "
        "uns einig sind“, sagte sie in Kleinbüll.",
    ),
    (ZoneKind.CROSSHEAD, "Reeder drohen mit Abzug"),
    (
        ZoneKind.BODY,
        "Der Verband der Schiffer des Landkreises Osterholm teilte am Montag überraschend mit, er rücke "
        "nicht ab.",
    ),
)


def _label(
    name: str, german: str, light: str, dark: str, code: str = "", roles: tuple[Role, ...] = ()
) -> Label:
    return Label(name, Localised(german, name), Colours(light, dark), code=code, roles=roles)


def make_scheme() -> Scheme:
    """Return a scheme with the colours of the design."""
    roles = tuple(Role(n, Localised(n, n), ANY) for n in ("Ort", "Zeit", "Teilnehmer", "Sprecher"))
    entities = (
        _label("PER", "Person", "#a5600c", "#f09731", "PER"),
        _label("ORG", "Organisation", "#1a6dd5", "#abbcfe", "ORG"),
        _label("LOC", "Ort", "#177f65", "#1bbb94", "LOC"),
        _label("NUM", "Zahl", "#003d4a", "#a3e9eb", "NUM"),
    )
    times = (_label("DATE", "Datum", "#481891", "#9b8bfe", "DATE"),)
    quotes = (_label("Zitat", "Zitat", "#8d477b", "#cb8db8"),)
    events = tuple(
        _label(name, name, "#aa2944", "#fd616f", roles=roles)
        for name in ("Streik", "Störung", "Treffen", "Ankündigung")
    )
    return Scheme(
        "Probe",
        "1.0",
        (
            Layer("entity", Localised("Entitäten", "Entities"), LayerKind.SPAN, entities),
            Layer("time", Localised("Zeiten", "Times"), LayerKind.SPAN, times),
            Layer("quote", Localised("Zitate", "Quotes"), LayerKind.SPAN, quotes),
            Layer("event", Localised("Ereignisse", "Events"), LayerKind.EVENT, events),
        ),
        relations=(RelationType("Sprecher", Localised("Sprecher", "Speaker"), ANY, ANY),),
    )


def zoned_article(lines: Iterable[tuple[ZoneKind, str]] = LINES) -> Article:
    """Return an article of one line per zone."""
    zones: list[Zone] = []
    text = ""
    for kind, line in lines:
        zones.append(Zone(len(text), len(text) + len(line), kind))
        text += line + "\n"
    return replace(make_article(text), zones=tuple(zones))


def body(text: str) -> Article:
    """Return an article of body text alone."""
    return replace(make_article(text), zones=(Zone(0, len(text), ZoneKind.BODY),))


def mention(name: str, layer: str, label: str, *spans: Span, status: Status = Status.ACCEPTED) -> Mention:
    """Return a mention whose id is ``name``."""
    return Mention(MentionId(name), layer, label, spans, (), status, HAND)


def relation(name: str, label: str, head: str, tail: str, *, status: Status = Status.ACCEPTED) -> Relation:
    """Return a relation whose id is ``name``."""
    return Relation(RelationId(name), label, MentionId(head), MentionId(tail), (), status, HAND)


def state_of(
    article: Article,
    mentions: Iterable[Mention],
    relations: Iterable[Relation] = (),
    clusters: Mapping[str, Iterable[str]] | None = None,
) -> AnnotationState:
    """Return a state; ``clusters`` has the mentions of each cluster."""
    chains = {
        ClusterId(name): Cluster(
            ClusterId(name), "entity", name, "", tuple(map(MentionId, members)), Status.ACCEPTED, HAND
        )
        for name, members in (clusters or {}).items()
    }
    own = Layered({m.id: m for m in mentions}, {r.id: r for r in relations}, chains)
    return overlay(own, Layered(), zones=article.zones)


def full_state(article: Article) -> AnnotationState:
    """Return the state of :func:`zoned_article` with every construct in it."""
    suggested = Status.SUGGESTED

    def at(words: str, occurrence: int = 0) -> Span:
        return place(article, words, occurrence)

    mentions = (
        mention("deich-0", "entity", "PER", at("Deich")),
        mention("ort-0", "entity", "LOC", at("Osterholm")),
        mention("ort-1", "entity", "LOC", at("Osterholm", 2)),
        mention("streik", "event", "Streik", at("Streik")),
        mention("zahl", "entity", "NUM", at("rund 900"), status=suggested),
        mention("anleger", "entity", "LOC", at("Anleger von Osterholm")),
        mention("ort-2", "entity", "LOC", at("Osterholm", 3)),
        mention("dienstag", "time", "DATE", at("am Dienstag")),
        mention("bruch", "event", "Störung", at("zusammengebrochen"), status=suggested),
        mention("deich-1", "entity", "PER", at("Landrätin Frauke Deich")),
        mention("freitag", "time", "DATE", at("am Freitag")),
        mention("treffen", "event", "Treffen", at("treffen"), status=suggested),
        mention("zitat", "quote", "Zitat", at("„Niemand verlässt den Raum, bevor wir uns einig sind“")),
        mention("sie", "entity", "PER", at("sie")),
        mention("kleinbuell", "entity", "LOC", at("Kleinbüll"), status=suggested),
        mention("verband", "entity", "ORG", at("Verband der Schiffer des Landkreises Osterholm")),
        mention("kreis", "entity", "LOC", at("Landkreises Osterholm"), status=suggested),
        mention("mitteilung", "event", "Ankündigung", at("teilte"), at("mit", 1)),
        mention("montag", "time", "DATE", at("am Montag")),
    )
    relations = (
        relation("r-ort", "Ort", "streik", "anleger"),
        relation("r-zeit", "Zeit", "streik", "dienstag"),
        relation("r-wer", "Teilnehmer", "treffen", "deich-1", status=suggested),
        relation("r-wann", "Zeit", "treffen", "freitag", status=suggested),
        relation("r-sagte", "Sprecher", "zitat", "sie"),
        relation("r-verband", "Sprecher", "mitteilung", "verband"),
        relation("r-montag", "Zeit", "mitteilung", "montag"),
    )
    return state_of(
        article,
        mentions,
        relations,
        {"deich": ("deich-0", "deich-1", "sie"), "ort": ("ort-0", "ort-1", "ort-2")},
    )


@dataclass(frozen=True)
class FixedLine:
    """A line of text in which every character is 8 pixels wide."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def width(self) -> float:
        return LETTER * len(self.text.rstrip())

    def x(self, offset: int) -> float:
        return LETTER * (min(max(offset, self.start), self.end) - self.start)

    def is_gap(self, offset: int) -> bool:
        return not self.start <= offset < self.end or self.text[offset - self.start].isspace()

    def offset_at(self, x: float) -> int:
        return self.start + min(max(int(x / LETTER), 0), len(self.text) - 1)


class FixedMetrics:
    """Labels in which every character is 7 pixels wide."""

    def chip_text(self, text: str) -> float:
        return 7.0 * len(text)

    def arc_label(self, text: str) -> float:
        return 7.0 * len(text)


def wrapped(text: str, letters: int) -> list[FixedLine]:
    """Return ``text`` in lines of ``letters`` characters."""
    return [FixedLine(start, text[start : start + letters]) for start in range(0, len(text), letters)]
