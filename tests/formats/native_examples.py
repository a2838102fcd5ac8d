"""Articles and sets for the tests of native JSONL."""

from __future__ import annotations

from array import array
from datetime import date
from itertools import pairwise
from typing import Any

import msgspec
from hypothesis import strategies as st

from annotator.core.annotation import (
    Cluster,
    Mention,
    Origin,
    Provenance,
    Relation,
    Status,
    attributes,
)
from annotator.core.article import Article, Zone, ZoneKind, article_id
from annotator.core.ids import ClusterId, MentionId, RelationId, text_sha256
from annotator.core.scheme import Colours, Ends, Label, Layer, LayerKind, Localised, Role, Scheme
from annotator.core.state import Layered
from annotator.core.text import Span, Tokens

TEXT = (
    "Gespräch über Straßen\n\n"
    "Bürgermeisterin Änne Größl (👩‍🔬) traf am Dienstag in Füssen den Minister.\u2028"
    "Sie teilte »mit Freude« mit: „Der Flächen\u00adfraß endet“, wie A\u0308nne sagte."
)
_ANY = Ends(frozenset({("entity", "*"), ("time", "*")}))
_GREY = Colours("#606060", "#909090")


def _label(name: str, *roles: Role) -> Label:
    return Label(name, Localised(name, name), _GREY, roles=roles)


SCHEME = Scheme(
    name="Prüfschema",
    version="1.2",
    layers=(
        Layer("entity", Localised("Entitäten"), LayerKind.SPAN, (_label("PER"), _label("LOC"))),
        Layer("time", Localised("Zeiten"), LayerKind.SPAN, (_label("DATE"),)),
        Layer(
            "event",
            Localised("Ereignisse"),
            LayerKind.EVENT,
            (
                _label(
                    "Treffen",
                    Role("Teilnehmer", Localised("Teilnehmer"), _ANY),
                    Role("Ort", Localised("Ort"), _ANY),
                ),
                _label("Aussage"),
            ),
        ),
    ),
)


def article_with(text: str, tokens: list[Span], sentences: list[int], zones: tuple[Zone, ...]) -> Article:
    """Return an article on ``text``."""
    return Article(
        id=article_id(text),
        name="größl.txt",
        text=text,
        sha256=text_sha256(text),
        title="Gespräch über Straßen",
        outlet="Füssener Bote",
        published_on=date(2025, 3, 4),
        url="https://example.org/straßen",
        tokens=Tokens.of(tokens),
        sentences=array("I", sentences),
        zones=zones,
        metadata={"ressort": "Süd", "autor": "Ä. Größl"},
    )


def words(text: str) -> list[Span]:
    """Cut ``text`` at blanks."""
    spans: list[Span] = []
    start: int | None = None
    for index, character in enumerate(text + " "):
        if character.isspace():
            if start is not None:
                spans.append(Span(start, index))
            start = None
        elif start is None:
            start = index
    return spans


def _relation(identifier: str, label: str, head: str, tail: str, provenance: Provenance) -> Relation:
    return Relation(
        RelationId(identifier), label, MentionId(head), MentionId(tail), (), Status.ACCEPTED, provenance
    )


def example() -> tuple[Article, Layered]:
    """Return an article with a nested, a discontinuous and a rejected span, an event and a cluster."""
    body = TEXT.index("Bürger")
    zones = (Zone(0, 21, ZoneKind.HEADLINE), Zone(body, len(TEXT), ZoneKind.BODY))
    tokens = words(TEXT)
    article = article_with(TEXT, tokens, [0, 3, len(tokens) - 10], zones)
    human = Provenance(Origin.HUMAN, "änne")
    rule = Provenance(Origin.RULE, "pretagger", "annotator", "0.1.0", 0.75, "s1")

    def at(part: str) -> Span:
        start = TEXT.index(part)
        return Span(start, start + len(part))

    mentions = [
        Mention(MentionId("m1"), "entity", "PER", (at("Änne Größl"),), (), Status.ACCEPTED, rule),
        Mention(
            MentionId("m2"), "entity", "LOC", (at("Füssen"),), (), Status.ACCEPTED, human, note="im Allgäu"
        ),
        Mention(
            MentionId("m3"),
            "event",
            "Treffen",
            (at("traf"),),
            attributes({"factuality": "happened", "polarity": "positive"}),
            Status.ACCEPTED,
            human,
        ),
        Mention(MentionId("m4"), "event", "Aussage", (at("teilte"), at("mit:")), (), Status.SUGGESTED, rule),
        Mention(MentionId("m5"), "entity", "PER", (at("Größl"),), (), Status.REJECTED, human),
    ]
    relations = [
        Relation(
            RelationId("r1"), "Teilnehmer", MentionId("m3"), MentionId("m1"), (), Status.ACCEPTED, human
        ),
        Relation(RelationId("r2"), "Ort", MentionId("m3"), MentionId("m2"), (), Status.ACCEPTED, rule),
        Relation(RelationId("r3"), "kennt", MentionId("m1"), MentionId("m5"), (), Status.ACCEPTED, human),
    ]
    cluster = Cluster(
        ClusterId("c1"),
        "entity",
        "Änne Größl",
        "Q1",
        (MentionId("anderswo"), MentionId("m1")),
        Status.ACCEPTED,
        human,
        (MentionId("m5"),),
    )
    return article, Layered({m.id: m for m in mentions}, {r.id: r for r in relations}, {cluster.id: cluster})


# Random ones --------------------------------------------------------------------------------------------

PIECES = [
    "ä",
    "ß",
    "e\u0301",
    "👩‍🔬",
    "🇩🇪",
    "\u2028",
    "\u2029",
    "\u0085",
    "\u00ad",
    "„",
    "“",
    "\n",
    '"',
    "\\",
    "\t",
]
texts = st.lists(
    st.one_of(
        st.sampled_from([*PIECES, " ", "Größe", "und"]),
        st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"),
    ),
    min_size=1,
    max_size=40,
).map("".join)
short = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
named = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
statuses = st.sampled_from(Status)
pairs = st.dictionaries(named, named, max_size=3).map(attributes)
provenances = st.builds(
    Provenance,
    st.sampled_from(Origin),
    short,
    short,
    short,
    st.none() | st.floats(0, 1),
    st.none() | named,
)


@st.composite
def _fragments(draw: st.DrawFn, length: int) -> tuple[Span, ...]:
    bounds = sorted(draw(st.sets(st.integers(0, length), min_size=2, max_size=min(6, length + 1))))
    pieces = [Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    return tuple(pieces)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Return an article on a random text, cut into words, sentences and zones at random places."""
    text = draw(texts)
    tokens = words(text)
    starts = sorted({0, *draw(st.sets(st.integers(0, len(tokens) - 1), max_size=4))}) if tokens else []
    bounds = sorted({0, len(text), *draw(st.sets(st.integers(0, len(text)), max_size=4))})
    zones = tuple(Zone(a, b, draw(st.sampled_from(ZoneKind))) for a, b in pairwise(bounds))
    return article_with(text, tokens, starts, zones)


@st.composite
def sets(draw: st.DrawFn, text: str) -> Layered:
    """Return a random set on ``text``."""
    mentions = {}
    for identifier in draw(st.lists(named, unique=True, max_size=5)):
        layer, label = draw(st.sampled_from([(y.name, x.name) for y, x in SCHEME.labels()]))
        mentions[MentionId(identifier)] = Mention(
            MentionId(identifier),
            layer,
            label,
            draw(_fragments(len(text))),
            draw(pairs),
            draw(statuses),
            draw(provenances),
            draw(short),
        )
    ends = st.sampled_from(sorted(mentions)) if mentions else st.nothing()
    names = st.sampled_from(["Teilnehmer", "Ort", "kennt"])
    links = st.lists(st.tuples(named, names, ends, ends), max_size=5, unique_by=lambda link: link[0])
    relations = {
        RelationId(i): Relation(
            RelationId(i), label, head, tail, draw(pairs), draw(statuses), draw(provenances)
        )
        for i, label, head, tail in (draw(links) if mentions else [])
    }
    clusters = {
        ClusterId(i): Cluster(
            ClusterId(i),
            draw(short),
            draw(short),
            draw(short),
            tuple(sorted(MentionId(m) for m in draw(st.sets(named, min_size=1, max_size=3)))),
            draw(statuses),
            draw(provenances),
            tuple(sorted(MentionId(m) for m in draw(st.sets(named, max_size=2)))),
        )
        for i in draw(st.lists(named, unique=True, max_size=2))
    }
    return Layered(mentions, relations, clusters)


def changed(line: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """Return a copy of ``line`` with another value at ``path``, such as ``spans.0.end``."""
    copy: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(line))
    *way, last = path.split(".")
    at: Any = copy
    for step in way:
        at = at[int(step)] if isinstance(at, list) else at[step]
    if isinstance(at, list):
        at[int(last)] = value
    else:
        at[last] = value
    return copy
