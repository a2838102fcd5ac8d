"""The next state while changes are applied: only what they touch is copied."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from annotator.core.annotation import Cluster, Mention, Relation
from annotator.core.change import (
    Change,
    ClusterChange,
    MentionChange,
    RelationChange,
    SetStateChange,
    VerdictChange,
    ZonesChange,
)
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.layered import Order, is_open, is_open_relation, is_visible, place_of
from annotator.core.verdict import Verdict, VerdictId

if TYPE_CHECKING:
    from annotator.core.state import AnnotationState


class Draft:
    """Copies of the parts of a state that changes touch.

    ``touched_double`` tells that a place was touched where an own mention hides a suggestion.
    """

    def __init__(self, state: AnnotationState) -> None:
        self._state = state
        self._mentions: dict[MentionId, Mention] | None = None
        self._relations: dict[RelationId, Relation] | None = None
        self._clusters: dict[ClusterId, Cluster] | None = None
        self._links: dict[MentionId, tuple[RelationId, ...]] | None = None
        self._verdicts: dict[VerdictId, Verdict] | None = None
        self._order: list[Order] | None = None
        self._gained: set[str] = set()
        self._lost: set[str] = set()
        self._touched: set[RelationId] = set()
        self._open = state.open_suggestions
        self.touched_double = False
        self._set_state = state.set_state
        self._zones = state.zones

    def apply(self, change: Change) -> None:
        """Take in one change."""
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
            case VerdictChange(before, after):
                self._verdict(_id_of(before, after), after)
            case _:
                assert_never(change)

    def _mark_own(self, identifier: str, present: bool) -> None:
        (self._gained if present else self._lost).add(identifier)
        (self._lost if present else self._gained).discard(identifier)

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
        self._open += is_open(new) - is_open(old)
        if is_visible(old) != is_visible(new):
            self._touched.update(self._state.links.get(identifier, ()))
        self.touched_double |= self._meets_double(old) or self._meets_double(new)
        self._reorder(_visible_order(old), _visible_order(new))

    def _meets_double(self, mention: Mention | None) -> bool:
        if mention is None or not is_visible(mention):
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
        self._touched.add(identifier)
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

    def _verdict(self, identifier: VerdictId, after: Verdict | None) -> None:
        if self._verdicts is None:
            self._verdicts = dict(self._state.verdicts)
        if after is None:
            self._verdicts.pop(identifier, None)
        else:
            self._verdicts[identifier] = after

    def finish(self, revision: int) -> AnnotationState:
        """Return the state after all changes."""
        state = self._state
        mentions = state.mentions if self._mentions is None else self._mentions
        relations = state.relations if self._relations is None else self._relations
        return replace(
            state,
            mentions=mentions,
            relations=relations,
            clusters=state.clusters if self._clusters is None else self._clusters,
            own=self._own(),
            order=state.order if self._order is None else self._order,
            links=state.links if self._links is None else self._links,
            set_state=self._set_state,
            zones=self._zones,
            revision=revision,
            open_suggestions=self._open,
            open_relations=state.open_relations + self._more_open(mentions, relations),
            verdicts=state.verdicts if self._verdicts is None else self._verdicts,
        )

    def _own(self) -> frozenset[str]:
        """Return the ids that are now own; a copy is made only of what changed."""
        gained, lost = self._gained - self._state.own, self._lost & self._state.own
        own = self._state.own | gained if gained else self._state.own
        return own - lost if lost else own

    def _more_open(
        self, mentions: Mapping[MentionId, Mention], relations: Mapping[RelationId, Relation]
    ) -> int:
        """Return how many more relations are open than before."""
        before = self._state
        return sum(
            is_open_relation(relations.get(one), mentions)
            - is_open_relation(before.relations.get(one), before.mentions)
            for one in self._touched
        )


def _id_of(  # type: ignore[no-untyped-def]  # noqa: ANN202
    before: Mention | Relation | Cluster | Verdict | None,
    after: Mention | Relation | Cluster | Verdict | None,
):
    either = after or before
    assert either is not None, "a change has a before or an after"
    return either.id


def _visible_order(mention: Mention | None) -> Order | None:
    return mention.order if mention is not None and is_visible(mention) else None
