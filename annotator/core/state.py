"""The state of one annotator's work on one article, suggestions included. Replaced, never modified.

An annotator's own set lies over the suggestions of the machine sets: a decision about a suggestion is an own
mention *with the same id* (accepted, corrected or rejected) and hides it; taking the decision back
uncovers it again. So every set has one writer, and a new run of a pre-tagger changes only what nobody has
decided.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from annotator.core.annotation import Cluster, Mention, Relation, SetState
from annotator.core.article import Zone
from annotator.core.change import Change, Effect
from annotator.core.doubles import Doubles, without_doubles
from annotator.core.draft import Draft
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.layered import (
    Layered,
    Order,
    Place,
    is_open,
    is_open_relation,
    is_shown,
    is_visible,
    place_of,
)
from annotator.core.text import Span
from annotator.core.verdict import Verdict, VerdictId

__all__ = ["AnnotationState", "Layered", "Order", "Place", "difference", "overlay", "place_of"]

_Id = TypeVar("_Id")


@dataclass(frozen=True, slots=True)
class AnnotationState:
    """What the annotator sees and edits.

    ``mentions``, ``relations`` and ``clusters`` hold the effective values (own ones over suggestions),
    rejected ones included. ``order`` has the mentions that are not rejected in reading order, ``links`` the
    relations at each mention, sorted. ``own`` names the ids that the annotator has decided.
    ``open_suggestions`` counts the mentions that nobody has decided yet, ``open_relations`` the relations
    among those shown. ``doubles`` are the suggestions that are left out; ``beside`` is what the last edit
    changed of suggestions beside what it names. Treat all as read-only. ``verdicts`` are there in the gold
    set only.
    """

    mentions: Mapping[MentionId, Mention]
    relations: Mapping[RelationId, Relation]
    clusters: Mapping[ClusterId, Cluster]
    own: frozenset[str]
    suggestions: Layered
    order: Sequence[Order]
    links: Mapping[MentionId, tuple[RelationId, ...]]
    set_state: SetState
    zones: tuple[Zone, ...]
    revision: int
    open_suggestions: int
    open_relations: int
    doubles: Doubles = field(default_factory=Doubles)
    beside: Effect = field(default_factory=Effect, compare=False)
    verdicts: Mapping[VerdictId, Verdict] = field(default_factory=dict)

    @property
    def open_total(self) -> int:
        """How much waits for a decision: mentions and relations."""
        return self.open_suggestions + self.open_relations

    def visible_mentions(self) -> Iterator[Mention]:
        """Yield the mentions that are not rejected, in reading order."""
        return (self.mentions[MentionId(key[2])] for key in self.order)

    def relations_at(self, mention: MentionId) -> Iterator[Relation]:
        """Yield the relations at a mention that are not rejected and whose two ends are visible."""
        return (r for r in map(self.relations.__getitem__, self.links.get(mention, ())) if self.shows(r))

    def visible_relations(self) -> Iterator[Relation]:
        """Yield the relations that are not rejected and whose two ends are visible."""
        return (relation for relation in self.relations.values() if self.shows(relation))

    def shows(self, relation: Relation) -> bool:
        """Tell whether a relation is to be seen: not rejected, both ends there and not rejected."""
        return is_shown(relation, self.mentions)

    def mentions_at(self, span: Span) -> Iterator[Mention]:
        """Yield the visible mentions whose envelope is exactly ``span``."""
        key = (span.start, -span.end, "")
        for index in range(bisect_left(self.order, key), len(self.order)):
            start, negative_end, mention_id = self.order[index]
            if (start, -negative_end) != (span.start, span.end):
                return
            yield self.mentions[MentionId(mention_id)]

    def apply(self, changes: Iterable[Change], *, revision: int) -> AnnotationState:
        """Return the state after ``changes``. Only what a change touches is copied."""
        draft = Draft(self)
        for change in changes:
            draft.apply(change)
        return draft.finish(revision)


def overlay(
    own: Layered,
    suggestions: Layered,
    *,
    zones: tuple[Zone, ...],
    set_state: SetState = SetState.NEW,
    revision: int = 0,
) -> AnnotationState:
    """Lay an annotator's set over the suggestions.

    What both sets say is seen once, as :mod:`annotator.core.doubles` has it.
    """
    shown, doubles = without_doubles(own, suggestions)
    mentions = {**shown.mentions, **own.mentions}
    relations = {**shown.relations, **own.relations}
    links: dict[MentionId, tuple[RelationId, ...]] = {}
    for relation in sorted(relations.values(), key=lambda r: r.id):
        for end in {relation.head, relation.tail}:
            links[end] = (*links.get(end, ()), relation.id)
    return AnnotationState(
        mentions=mentions,
        relations=relations,
        clusters={**shown.clusters, **own.clusters},
        own=frozenset({*own.mentions, *own.relations, *own.clusters}),
        suggestions=suggestions,
        order=sorted(m.order for m in mentions.values() if is_visible(m)),
        links=links,
        set_state=set_state,
        zones=zones,
        revision=revision,
        open_suggestions=sum(map(is_open, mentions.values())),
        open_relations=sum(is_open_relation(r, mentions) for r in relations.values()),
        doubles=doubles,
        verdicts=own.verdicts,
    )


def difference(before: AnnotationState, after: AnnotationState) -> Effect:
    """Return what a view must refresh to go from one state to the other, by comparing all."""

    def changed(one: Mapping[_Id, object], other: Mapping[_Id, object]) -> frozenset[_Id]:
        return frozenset(k for k in {*one, *other} if one.get(k) != other.get(k))

    return Effect(
        changed(before.mentions, after.mentions),
        changed(before.relations, after.relations),
        changed(before.clusters, after.clusters),
        before.set_state is not after.set_state,
        before.zones != after.zones,
        changed(before.verdicts, after.verdicts),
    )
