"""The gold of ``gold/seeds.jsonl``, and which suggestion is meant for which of its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from annotator.core.annotation import Attributes, Mention, Relation, attributes
from annotator.core.article import Article
from annotator.core.edits import default_attributes
from annotator.core.ids import MentionId
from annotator.core.scheme import Scheme
from annotator.core.text import Span, Tokens
from annotator.formats.native_jsonl import read_line
from tests.benchmarks.effort_klm import mouse_attribute, mouse_mention, mouse_relation, strokes

GOLD = Path(__file__).parent / "gold" / "seeds.jsonl"

Place: TypeAlias = tuple[str, tuple[Span, ...]]
Link: TypeAlias = tuple[str, Place, Place]
_FURTHER = 12
"""Borders farther off than so many words are not moved: the mention is made anew."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What an article is to hold: label and attributes by place, relations by the places of their ends."""

    article: Article
    mentions: Mapping[Place, tuple[str, Attributes]]
    relations: frozenset[Link]


def place_of(mention: Mention) -> Place:
    return (mention.layer, mention.fragments)


def full(scheme: Scheme, mention: Mention) -> Attributes:
    """Return the attributes with the scheme's defaults where nothing is said."""
    known = dict(default_attributes(scheme, mention.layer, mention.label))
    return attributes({**known, **dict(mention.attributes)})


def content(
    scheme: Scheme, mentions: Iterable[Mention], relations: Iterable[Relation]
) -> tuple[dict[Place, tuple[str, Attributes]], frozenset[Link]]:
    """Return mentions and relations without ids, as they are compared."""
    held = list(mentions)
    places = {m.id: place_of(m) for m in held}
    return (
        {place_of(m): (m.label, full(scheme, m)) for m in held},
        frozenset((r.label, places[r.head], places[r.tail]) for r in relations),
    )


def read_gold(scheme: Scheme, path: Path = GOLD) -> list[Gold]:
    """Read the gold of all articles."""
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        native = read_line(line, source=path.name, line=number)
        layered = native.layered
        mentions, relations = content(scheme, layered.mentions.values(), layered.relations.values())
        found.append(Gold(native.article, mentions, relations))
    return found


def assigned(suggested: Iterable[Mention], gold: Gold) -> dict[MentionId, Place | None]:
    """Say which mention of the gold each suggestion is to become; ``None`` if it is to be rejected.

    The same place first; then the nearest borders of the same label, moved by a few words at most.
    """
    found: dict[MentionId, Place | None] = {}
    free = dict(gold.mentions)
    rest = []
    for mention in suggested:
        place = place_of(mention)
        if free.pop(place, None):
            found[mention.id] = place
        else:
            rest.append(mention)
    for mention in rest:
        near = [
            (moves(gold.article.tokens, mention.fragments, place[1]), place)
            for place, (label, _) in free.items()
            if label == mention.label and _touch(mention.fragments, place[1])
        ]
        nearest = min((one for one in near if one[0] < _FURTHER), default=None)
        found[mention.id] = nearest[1] if nearest else None
        if nearest:
            del free[nearest[1]]
    return found


def moves(tokens: Tokens, old: tuple[Span, ...], new: tuple[Span, ...]) -> int:
    """Return the keys that move the borders of ``old`` to those of ``new``; many where pieces differ."""
    if len(old) != 1 or len(new) != 1:
        return _FURTHER
    (a, b), (c, d) = (_ends(tokens, spans[0]) for spans in (old, new))
    return sum(abs(steps) * strokes(key) for steps, key in ((c - a, ";"), (d - b, ".")))


def _ends(tokens: Tokens, span: Span) -> tuple[int, int]:
    covered = tokens.covered(span)
    return covered[0], covered[-1]


def _touch(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    return any(a.overlaps(b) for a in one for b in other)


def mouse_seconds(gold: Gold, scheme: Scheme) -> float:
    """Return the keystroke-level seconds of making all of the gold by mouse."""
    total = 0.0
    tokens = gold.article.tokens
    for (layer, fragments), (label, values) in gold.mentions.items():
        total += mouse_mention(words=len(tokens.covered(fragments[0])), pieces=len(fragments))
        default = default_attributes(scheme, layer, label)
        for name, value in set(values) - set(default):
            attribute = scheme.attribute(name)
            total += mouse_attribute(text="" if attribute and attribute.values else value)
    for _, head, tail in gold.relations:
        total += mouse_relation(choices=len(choices_between(scheme, gold, head, tail)))
    return total


def choices_between(scheme: Scheme, gold: Gold, head: Place, tail: Place) -> tuple[str, ...]:
    """Return the labels that a relation between two mentions of the gold may have."""
    (head_layer, _), (tail_layer, _) = head, tail
    label = scheme.label(head_layer, gold.mentions[head][0])
    filler = gold.mentions[tail][0]
    roles = tuple(r.name for r in (label.roles if label else ()) if r.fillers.allows(tail_layer, filler))
    kinds = tuple(
        kind.name
        for kind in scheme.relations
        if kind.heads.allows(head_layer, gold.mentions[head][0]) and kind.tails.allows(tail_layer, filler)
    )
    return (*roles, *kinds)
