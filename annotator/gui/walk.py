"""The way through the suggestions of an article.

In reading order an event's arguments come right behind it; by certainty the least certain comes first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from annotator.core.annotation import Mention, Relation, Status
from annotator.core.ids import MentionId, RelationId
from annotator.core.state import AnnotationState, Layered
from annotator.core.text import Span

Item: TypeAlias = MentionId | RelationId

Place: TypeAlias = tuple[tuple[int, int, str], int, tuple[int, int, str]]
"""Where an item stands on the way: its mention, then what hangs on it. Outlives the item itself."""

CertaintyPlace: TypeAlias = tuple[float, Place]
"""Where an item stands on the way by certainty: its score, then its place in the text."""

Stand: TypeAlias = Any
"""A place on one of the ways: what :attr:`Way.place` gave, to be given to the same way again."""

BEFORE_ALL = (-1, 0, "")
"""Stands in the place of a mention, where a relation has its other end."""


def next_item(state: AnnotationState, behind: Place | None) -> Item | None:
    """Return the next suggested mention or relation behind a place; at the end it goes on at the start."""
    first = 0 if behind is None else bisect_left(state.order, behind[0])
    for index in range(first, len(state.order)):
        for place, item in _suggested_at(state, index):
            if behind is None or place > behind:
                return item
    return _any(state, range(min(first + 1, len(state.order)))) if behind is not None else None


def previous_item(state: AnnotationState, before: Place | None) -> Item | None:
    """Return the last suggestion before a place; at the start it goes on at the end."""
    count = len(state.order)
    last = count - 1 if before is None else min(bisect_left(state.order, before[0]), count - 1)
    for index in range(last, -1, -1):
        for place, item in reversed(list(_suggested_at(state, index))):
            if before is None or place < before:
                return item
    return _any(state, range(count - 1, max(last, 0) - 1, -1)) if before is not None else None


def next_uncertain(state: AnnotationState, behind: CertaintyPlace | None) -> Item | None:
    """Return the suggestion that is the next more certain one; at the end it goes on with the least."""
    places = list(_by_certainty(state))
    rest = [one for one in places if behind is None or one[0] > behind]
    return min(rest or places, key=lambda one: one[0], default=(None, None))[1]


def previous_uncertain(state: AnnotationState, before: CertaintyPlace | None) -> Item | None:
    """Return the suggestion that is the next less certain one; at the start it goes on with the most."""
    places = list(_by_certainty(state))
    rest = [one for one in places if before is None or one[0] < before]
    return max(rest or places, key=lambda one: one[0], default=(None, None))[1]


def certainty_of(state: AnnotationState, item: Item | None) -> CertaintyPlace | None:
    """Return where an item stands on the way by certainty; ``None`` if it is not there."""
    place = place_of(state, item)
    if item is None or place is None:
        return None
    found = state.mentions.get(MentionId(item)) or state.relations[RelationId(item)]
    return (_certainty(found), place)


@dataclass(frozen=True, slots=True)
class Way:
    """An order of the suggestions: the next and the previous one of a place, and where an item stands."""

    next: Callable[[AnnotationState, Stand], Item | None]
    previous: Callable[[AnnotationState, Stand], Item | None]
    place: Callable[[AnnotationState, Item | None], Stand]


def _by_certainty(state: AnnotationState) -> Iterator[tuple[CertaintyPlace, Item]]:
    for index in range(len(state.order)):
        for place, item in _suggested_at(state, index):
            found = state.mentions.get(MentionId(item)) or state.relations[RelationId(item)]
            yield (_certainty(found), place), item


def _certainty(item: Mention | Relation) -> float:
    """Return the score of an item; what has none counts as certain."""
    score = item.provenance.score
    return 1.0 if score is None else score


def mentions_over(state: AnnotationState, span: Span) -> list[MentionId]:
    """Return the visible mentions that touch ``span``, the shortest first."""
    before = bisect_left(state.order, (span.end, 0, ""))
    near = [MentionId(key[2]) for key in state.order[:before] if -key[1] > span.start]
    found = [state.mentions[m] for m in near]
    touching = [m for m in found if any(piece.overlaps(span) for piece in m.fragments)]
    return [m.id for m in sorted(touching, key=lambda m: (len(m.envelope), m.order))]


def place_of(state: AnnotationState, item: Item | None) -> Place | None:
    """Return where an item stands on the way, rejected or not; ``None`` if it is not there."""
    if item is None:
        return None
    return place_in(Layered(state.mentions, state.relations), item)


def place_in(held: Layered, item: Item) -> Place | None:
    """Return where an item stands on the way through ``held``; ``None`` if it is not there."""
    mention = held.mentions.get(MentionId(item))
    if mention is not None:
        return (mention.order, 0, BEFORE_ALL)
    relation = held.relations.get(RelationId(item))
    head = held.mentions.get(relation.head) if relation is not None else None
    if relation is None or head is None:
        return None
    return _place_of_relation(held.mentions, relation, head)


def places_of(held: Layered) -> Iterator[Place]:
    """Yield where each mention and relation of ``held`` stands, in no order."""
    items: tuple[Item, ...] = (*held.mentions, *held.relations)
    for item in items:
        place = place_in(held, item)
        if place is not None:
            yield place


def item_at(place: Place) -> Item:
    """Return what stands at a place."""
    return RelationId(place[2][2]) if place[1] else MentionId(place[0][2])


def relations_from(state: AnnotationState, mention: MentionId) -> list[tuple[Place, RelationId]]:
    """Return the relations to be seen that lead away from a mention, each with its place, in order."""
    head = state.mentions[mention]
    found = (r for r in state.relations_at(mention) if r.head == mention)
    return sorted((_place_of_relation(state.mentions, r, head), r.id) for r in found)


def suggested_arguments(state: AnnotationState, mention: MentionId) -> list[Relation]:
    """Return the suggested relations from a mention, by where they lead."""
    found = [r for r in state.relations_at(mention) if r.head == mention and r.status is Status.SUGGESTED]
    return sorted(found, key=lambda r: (state.mentions[r.tail].order, r.id))


def _place_of_relation(mentions: Mapping[MentionId, Mention], relation: Relation, head: Mention) -> Place:
    tail = mentions.get(relation.tail)
    start, end, _ = tail.order if tail is not None else BEFORE_ALL
    return (head.order, 1, (start, end, relation.id))


def _any(state: AnnotationState, indices: range) -> Item | None:
    for index in indices:
        found = [item for _, item in _suggested_at(state, index)]
        if found:
            return found[0 if indices.step > 0 else -1]
    return None


def _suggested_at(state: AnnotationState, index: int) -> Iterator[tuple[Place, Item]]:
    mention = state.mentions[MentionId(state.order[index][2])]
    if mention.status is Status.SUGGESTED:
        yield (mention.order, 0, BEFORE_ALL), mention.id
    if mention.id in state.links:
        for relation in suggested_arguments(state, mention.id):
            yield _place_of_relation(state.mentions, relation, mention), relation.id


READING = Way(next_item, previous_item, place_of)
CERTAINTY = Way(next_uncertain, previous_uncertain, certainty_of)
