"""Small articles, a small scheme and projects for tests."""

from __future__ import annotations

import re
from array import array
from datetime import date

from annotator.core.annotation import Mention, Origin, Provenance, Relation, Status
from annotator.core.article import Article, Zone, ZoneKind, article_id
from annotator.core.ids import MentionId, RelationId, derived_id, text_sha256
from annotator.core.scheme import (
    Attribute,
    AttributeKind,
    AttributeValue,
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
from annotator.core.text import Span, Tokens

TEXT = (
    "Krise in Nördlingen 🚒\n"
    "Ministerpräsidentin Karla Weiß traf am Montag Jörg Größl in Füssen. "
    "„Wir reden“, sagte Weiß\u2028und ging. Cafe\u0301 und Schiff\u00adfahrt bleiben zu."
)
GREY = Colours("#333333", "#cccccc")


def make_article(text: str = TEXT, *, name: str = "probe.txt", title: str = "") -> Article:
    """Return an article whose tokens are words and single marks, with sentences at ``.``, ``!`` and ``?``."""
    found = list(re.finditer(r"[\w\u0301\u00ad]+|[^\w\s]", text))
    tokens = Tokens((m.start() for m in found), (m.end() for m in found))
    sentences = array("I", [0] if found else [])
    for index, match in enumerate(found[:-1]):
        if match.group() in ".!?" or "\n" in text[match.end() : found[index + 1].start()]:
            sentences.append(index + 1)
    first_line = text.find("\n")
    zones = (Zone(0, first_line, ZoneKind.HEADLINE),) if first_line > 0 else ()
    body = first_line + 1 if first_line > 0 else 0
    if body < len(text):
        zones = (*zones, Zone(body, len(text), ZoneKind.BODY))
    return Article(
        id=article_id(text),
        name=name,
        text=text,
        sha256=text_sha256(text),
        title=title or text[:40].split("\n")[0],
        outlet="Küsten-Echo",
        published_on=date(2024, 3, 14),
        url="",
        tokens=tokens,
        sentences=sentences,
        zones=zones,
    )


def make_scheme() -> Scheme:
    """Return a scheme with entities, times, and one event type with a limited and a free role."""

    def label(name: str, key: str, **more: object) -> Label:
        return Label(name, Localised(name, name), GREY, key=key, **more)  # type: ignore[arg-type]

    entity = Layer(
        "entity",
        Localised("Entitäten", "Entities"),
        LayerKind.SPAN,
        (label("PER", "1"), label("ORG", "2"), label("LOC", "3", subtoken=True)),
    )
    time = Layer(
        "time", Localised("Zeiten", "Times"), LayerKind.SPAN, (label("DATE", "4", attributes=("value",)),)
    )
    people = Ends(frozenset({("entity", "PER"), ("entity", "ORG")}))
    meeting = label(
        "Treffen",
        "5",
        attributes=("factuality",),
        roles=(
            Role("Teilnehmer", Localised("Teilnehmer", "Participant"), people, 1, None),
            Role("Ort", Localised("Ort", "Place"), Ends(frozenset({("entity", "LOC")})), 0, 1),
            Role("Zeit", Localised("Zeit", "Time"), Ends(frozenset({("time", "*")})), 0, 1),
        ),
    )
    event = Layer("event", Localised("Ereignisse", "Events"), LayerKind.EVENT, (meeting,))
    values = tuple(AttributeValue(v, Localised(v, v)) for v in ("happened", "planned"))
    return Scheme(
        name="Probe",
        version="1.0",
        layers=(entity, time, event),
        attributes=(
            Attribute("factuality", Localised("Faktizität"), AttributeKind.CHOICE, values, "happened"),
            Attribute("value", Localised("Wert"), AttributeKind.TIMEX),
        ),
        relations=(
            RelationType(
                "lebt_in",
                Localised("lebt in", "lives in"),
                Ends(frozenset({("entity", "PER")})),
                Ends(frozenset({("entity", "LOC")})),
            ),
        ),
    )


def place(article: Article, words: str, occurrence: int = 0) -> Span:
    """Return where ``words`` stand in the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = article.text.index(words, start + 1)
    return Span(start, start + len(words))


def suggest(article: Article, words: str, layer: str, label: str, *, occurrence: int = 0) -> Mention:
    """Return a suggestion as a pre-tagger makes it."""
    span = place(article, words, occurrence)
    return Mention(
        id=MentionId(derived_id(article.id, layer, label, span.start, span.end)),
        layer=layer,
        label=label,
        fragments=(span,),
        attributes=(),
        status=Status.SUGGESTED,
        provenance=Provenance(Origin.RULE, "pretagger", "annotator", "1", 0.8),
    )


def suggest_link(head: Mention, tail: Mention, label: str) -> Relation:
    """Return a suggested relation as a pre-tagger makes it."""
    return Relation(
        id=RelationId(derived_id(label, head.id, tail.id)),
        label=label,
        head=head.id,
        tail=tail.id,
        attributes=(),
        status=Status.SUGGESTED,
        provenance=Provenance(Origin.RULE, "pretagger", "annotator", "1", 0.6),
    )


def sample_suggestions(article: Article) -> Layered:
    """Return a few suggestions on the standard text, with two arguments of the meeting."""
    karla = suggest(article, "Karla Weiß", "entity", "PER")
    joerg = suggest(article, "Jörg Größl", "entity", "PER")
    place_ = suggest(article, "Füssen", "entity", "LOC")
    monday = suggest(article, "Montag", "time", "DATE")
    meeting = suggest(article, "traf", "event", "Treffen")
    mentions = (karla, joerg, place_, monday, meeting)
    links = (suggest_link(meeting, karla, "Teilnehmer"), suggest_link(meeting, place_, "Ort"))
    return Layered({m.id: m for m in mentions}, {r.id: r for r in links}, {})


def make_state(article: Article, suggestions: Layered | None = None) -> AnnotationState:
    """Return the state of somebody who has not begun."""
    below = sample_suggestions(article) if suggestions is None else suggestions
    return overlay(Layered({}, {}, {}), below, zones=article.zones)
