"""The state of one annotator's work on one article, suggestions included. Replaced, never modified.

An annotator's own set lies over the suggestions of the machine sets: a decision about a suggestion is an own
mention *with the same id* (accepted, corrected or rejected) and hides it; taking the decision back
uncovers it again. So every set has one writer, and a new run of a pre-tagger changes only what nobody has
decided.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar, assert_never

from annotator.core.annotation import Cluster, Mention, Relation, SetState, Status
from annotator.core.article import Zone
from annotator.core.change import (
    Change,
    ClusterChange,
    Effect,
    MentionChange,
    RelationChange,
    SetStateChange,
    ZonesChange,
)
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.text import Span

_Id = TypeVar("_Id")
Order: TypeAlias = tuple[int, int, str]
Place: TypeAlias = tuple[str, tuple[Span, ...]]
"""Layer and fragments: where a mention stands. Two visible mentions of one set never share a place."""


@dataclass(frozen=True, slots=True)
class Layered:
    """Mentions, relations and clusters by id: one set, or a set of suggestions."""

    mentions: Mapping[MentionId, Mention] = field(default_factory=dict)
    relations: Mapping[RelationId, Relation] = field(default_factory=dict)
    clusters: Mapping[ClusterId, Cluster] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnnotationState:
    """What the annotator sees and edits.

    ``mentions``, ``relations`` and ``clusters`` hold the effective values (own ones over suggestions),
    rejected ones included. ``order`` has the mentions that are not rejected in reading order, ``links`` the
    relations at each mention, sorted. ``own`` names the ids that the annotator has decided.
    ``open_suggestions`` counts the mentions that nobody has decided yet. ``hidden`` has the places where an
    own mention hides a suggestion with another id; ``rebuilt`` counts how often such a place was touched, so
    that more than the changed ids may differ. Treat all as read-only.
    """

    mentions: Mapping[MentionId, Mention]
    relations: Mapping[RelationId, Relation]
    clusters: Mapping[ClusterId, Cluster]
    own: frozenset[str] | set[str]
    suggestions: Layered
    order: Sequence[Order]
    links: Mapping[MentionId, tuple[RelationId, ...]]
    set_state: SetState
    zones: tuple[Zone, ...]
    revision: int
    open_suggestions: int
    hidden: frozenset[Place]
    rebuilt: int = 0

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
        if relation.status is Status.REJECTED:
            return False
        ends = (self.mentions.get(relation.head), self.mentions.get(relation.tail))
        return all(end is not None and end.status is not Status.REJECTED for end in ends)

    def mentions_at(self, span: Span) -> Iterator[Mention]:
        """Yield the visible mentions whose envelope is exactly ``span``."""
        key = (span.start, -span.end, "")
        for index in range(bisect_left(self.order, key), len(self.order)):
            start, negative_end, mention_id = self.order[index]
            if (start, -negative_end) != (span.start, span.end):
                return
            yield self.mentions[MentionId(mention_id)]

    def next_suggestion(self, after: Order | None = None) -> Mention | None:
        """Return the first open suggestion behind ``after`` in reading order, or the first of all."""
        begin = bisect_right(self.order, after) if after is not None else 0
        return self._first_suggested(range(begin, len(self.order)))

    def previous_suggestion(self, before: Order | None = None) -> Mention | None:
        """Return the last open suggestion before ``before`` in reading order, or the last of all."""
        begin = bisect_left(self.order, before) if before is not None else len(self.order)
        return self._first_suggested(range(begin - 1, -1, -1))

    def _first_suggested(self, indices: Iterable[int]) -> Mention | None:
        for index in indices:
            mention = self.mentions[MentionId(self.order[index][2])]
            if mention.status is Status.SUGGESTED:
                return mention
        return None

    def apply(self, changes: Iterable[Change], *, revision: int) -> AnnotationState:
        """Return the state after ``changes``. Only what a change touches is copied."""
        draft = _Draft(self)
        for change in changes:
            draft.apply(change)
        after = draft.finish(revision)
        return _rebuild(after) if draft.touched_double else after


class _Draft:
    """Copies of the parts of a state that changes touch."""

    def __init__(self, state: AnnotationState) -> None:
        self._state = state
        self._mentions: dict[MentionId, Mention] | None = None
        self._relations: dict[RelationId, Relation] | None = None
        self._clusters: dict[ClusterId, Cluster] | None = None
        self._links: dict[MentionId, tuple[RelationId, ...]] | None = None
        self._order: list[Order] | None = None
        self._own = set(state.own)
        self._open = state.open_suggestions
        self.touched_double = False
        self._set_state = state.set_state
        self._zones = state.zones

    def apply(self, change: Change) -> None:
        match change:
            case MentionChange(before, after):
                self._mention(_id_of(before, after), after)
            case RelationChange(before, after):
                self._relation(_id_of(before, after), after)
            case ClusterChange(before, after):
                self._cluster(_id_of(before, after), after)
            case SetStateChange(_, set_state):
                self._set_state = set_state
            case ZonesChange(_, zones):
                self._zones = zones
            case _:
                assert_never(change)

    def _mark_own(self, identifier: str, present: bool) -> None:
        if present:
            self._own.add(identifier)
        else:
            self._own.discard(identifier)

    def _mention(self, identifier: MentionId, after: Mention | None) -> None:
        if self._mentions is None:
            self._mentions = dict(self._state.mentions)
        self._mark_own(identifier, after is not None)
        old = self._mentions.get(identifier)
        new = after or self._state.suggestions.mentions.get(identifier)
        if new is None:
            self._mentions.pop(identifier, None)
        else:
            self._mentions[identifier] = new
        self._open += _is_open(new) - _is_open(old)
        self.touched_double |= self._meets_double(old) or self._meets_double(new)
        self._reorder(_visible_order(old), _visible_order(new))

    def _meets_double(self, mention: Mention | None) -> bool:
        if mention is None or mention.status is Status.REJECTED:
            return False
        if place_of(mention) in self._state.hidden:
            return True
        there = self._state.mentions_at(mention.envelope)
        return any(m.id != mention.id and place_of(m) == place_of(mention) for m in there)

    def _reorder(self, old: Order | None, new: Order | None) -> None:
        if old == new:
            return
        if self._order is None:
            self._order = list(self._state.order)
        if old is not None:
            del self._order[bisect_left(self._order, old)]
        if new is not None:
            insort(self._order, new)

    def _relation(self, identifier: RelationId, after: Relation | None) -> None:
        if self._relations is None:
            self._relations = dict(self._state.relations)
            self._links = dict(self._state.links)
        assert self._links is not None
        self._mark_own(identifier, after is not None)
        self.touched_double |= bool(self._state.hidden) and after is None
        old = self._relations.pop(identifier, None)
        new = after or self._state.suggestions.relations.get(identifier)
        if old is not None:
            for end in {old.head, old.tail}:
                self._unlink(end, identifier)
        if new is not None:
            self._relations[identifier] = new
            for end in {new.head, new.tail}:
                self._links[end] = tuple(sorted((*self._links.get(end, ()), identifier)))

    def _unlink(self, end: MentionId, relation: RelationId) -> None:
        assert self._links is not None
        rest = tuple(r for r in self._links[end] if r != relation)
        if rest:
            self._links[end] = rest
        else:
            del self._links[end]

    def _cluster(self, identifier: ClusterId, after: Cluster | None) -> None:
        if self._clusters is None:
            self._clusters = dict(self._state.clusters)
        self._mark_own(identifier, after is not None)
        new = after or self._state.suggestions.clusters.get(identifier)
        if new is None:
            self._clusters.pop(identifier, None)
        else:
            self._clusters[identifier] = new

    def finish(self, revision: int) -> AnnotationState:
        state = self._state
        return replace(
            state,
            mentions=state.mentions if self._mentions is None else self._mentions,
            relations=state.relations if self._relations is None else self._relations,
            clusters=state.clusters if self._clusters is None else self._clusters,
            own=self._own,
            order=state.order if self._order is None else self._order,
            links=state.links if self._links is None else self._links,
            set_state=self._set_state,
            zones=self._zones,
            revision=revision,
            open_suggestions=self._open,
        )


def place_of(mention: Mention) -> Place:
    """Return where a mention stands."""
    return (mention.layer, mention.fragments)


def _rebuild(state: AnnotationState) -> AnnotationState:
    """Lay what the annotator decided over all suggestions anew, as when the article is opened."""
    own = Layered(
        {k: m for k, m in state.mentions.items() if k in state.own},
        {k: r for k, r in state.relations.items() if k in state.own},
        {k: c for k, c in state.clusters.items() if k in state.own},
    )
    fresh = overlay(
        own, state.suggestions, zones=state.zones, set_state=state.set_state, revision=state.revision
    )
    return replace(fresh, rebuilt=state.rebuilt + 1)


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
    )


def _is_open(mention: Mention | None) -> bool:
    return mention is not None and mention.status is Status.SUGGESTED


def _id_of(before: Mention | Relation | Cluster | None, after: Mention | Relation | Cluster | None):  # type: ignore[no-untyped-def]  # noqa: ANN202
    either = after or before
    assert either is not None, "a change has a before or an after"
    return either.id


def _visible_order(mention: Mention | None) -> Order | None:
    return None if mention is None or mention.status is Status.REJECTED else mention.order


def overlay(
    own: Layered,
    suggestions: Layered,
    *,
    zones: tuple[Zone, ...],
    set_state: SetState = SetState.NEW,
    revision: int = 0,
) -> AnnotationState:
    """Lay an annotator's set over the suggestions.

    A suggestion on the same layer and the same fragments as an own mention that is not rejected is the same
    thing seen twice: it is left out, and suggested relations at it are moved to the own mention.
    """
    shown = _without_doubles(own, suggestions)
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
        own={*own.mentions, *own.relations, *own.clusters},
        suggestions=suggestions,
        order=sorted(m.order for m in mentions.values() if m.status is not Status.REJECTED),
        links=links,
        set_state=set_state,
        zones=zones,
        revision=revision,
        open_suggestions=sum(map(_is_open, mentions.values())),
        hidden=frozenset(
            place_of(m)
            for k, m in suggestions.mentions.items()
            if k not in mentions and k not in own.mentions
        ),
    )


def _without_doubles(own: Layered, suggestions: Layered) -> Layered:
    places = {place_of(m): m.id for m in own.mentions.values() if m.status is not Status.REJECTED}
    moved = {
        m.id: places[place_of(m)]
        for m in suggestions.mentions.values()
        if m.id not in own.mentions and place_of(m) in places
    }
    if not moved:
        return suggestions
    known = {(r.label, r.head, r.tail) for r in own.relations.values()}
    relations = {}
    for relation in suggestions.relations.values():
        kept = replace(
            relation,
            head=moved.get(relation.head, relation.head),
            tail=moved.get(relation.tail, relation.tail),
        )
        if (kept.label, kept.head, kept.tail) not in known or kept.id in own.relations:
            relations[kept.id] = kept
    return Layered(
        {k: m for k, m in suggestions.mentions.items() if k not in moved}, relations, suggestions.clusters
    )
