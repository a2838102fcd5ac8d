"""Random articles and sets for property tests; mentions nest, cross and come in pieces."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from annotator.core.annotation import Cluster, Mention, Origin, Provenance, Relation, Status
from annotator.core.article import Article
from annotator.core.ids import ClusterId, MentionId, RelationId, derived_id
from annotator.core.state import Layered
from annotator.core.text import Span
from tests.support.build import make_article

WORDS = (
    *("Änne", "Größl", "traf", "Straße", "„Schiff\u00adfahrt“", "Cafe\u0301", "🚒", "Füssen", "Müller"),
    *("überall", "heißt", "»Öl«", "gestern", "Jörg", "Weiß", "Nördlingen.\n\u2028Bürger"),
)
LABELS = {"entity": ("PER", "ORG", "LOC"), "time": ("DATE",), "event": ("Treffen",)}
HUMAN = Provenance(Origin.HUMAN, "gold")


def make_gold(seed: int, *, words: int = 60, mentions: int = 24) -> tuple[Article, Layered]:
    """Return an article and a set: no two mentions of a layer share a place, and each has its own extent."""
    rng = Random(seed)
    article = make_article(f"Meldung {seed}\n" + " ".join(rng.choices(WORDS, k=words)))
    kept: dict[tuple[str, tuple[Span, ...]], Mention] = {}
    for _ in range(mentions):
        layer = rng.choice(("entity", "entity", "time", "event"))
        fragments = _fragments(article, rng)
        name = MentionId(derived_id("gold", article.id, layer, fragments))
        values = {"time": (("value", "2024-03-14"),), "event": (("factuality", "planned"),)}.get(layer, ())
        label = rng.choice(LABELS[layer])
        kept.setdefault(
            (layer, fragments), Mention(name, layer, label, fragments, values, Status.ACCEPTED, HUMAN)
        )
    found = list(kept.values())
    clusters = _clusters(article, [m for m in found if m.layer == "entity"], rng)
    return article, Layered({m.id: m for m in found}, _relations(found, rng), clusters)


def _fragments(article: Article, rng: Random) -> tuple[Span, ...]:
    tokens = article.tokens
    first = rng.randrange(len(tokens))
    last = min(len(tokens) - 1, first + rng.choice((0, 0, 1, 2, 4)))
    whole = Span(tokens[first].start, tokens[last].end)
    if last - first < 2 or rng.random() < 0.6:
        return (whole,)
    return (Span(whole.start, tokens[first].end), Span(tokens[last].start, whole.end))


def _relations(mentions: list[Mention], rng: Random) -> dict[RelationId, Relation]:
    relations = {}
    for _ in range(len(mentions) // 2 if len(mentions) > 1 else 0):
        head, tail = rng.sample(mentions, 2)
        labels = ("Teilnehmer", "Ort", "Zeit") if head.layer == "event" else ("lebt_in", "kennt")
        name = RelationId(derived_id("gold", head.id, tail.id))
        relations[name] = Relation(name, rng.choice(labels), head.id, tail.id, (), Status.ACCEPTED, HUMAN)
    return relations


def _clusters(article: Article, mentions: list[Mention], rng: Random) -> dict[ClusterId, Cluster]:
    rest = sorted(mention.id for mention in mentions)
    rng.shuffle(rest)
    clusters = {}
    while len(rest) > 2:
        size = rng.choice((1, 2, 3, 4))
        members, rest = tuple(sorted(rest[:size])), rest[size:]
        name = ClusterId(derived_id("gold", article.id, *members))
        clusters[name] = Cluster(name, "entity", members[0], "", members, Status.ACCEPTED, HUMAN)
    return clusters


seeds = st.integers(0, 10_000)
