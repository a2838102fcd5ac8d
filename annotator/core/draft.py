"""The next state while changes are applied: only what they touch is copied."""

from __future__ import annotations

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
from annotator.core.doubles import Settling
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.verdict import Verdict, VerdictId
from annotator.core.working import Working

if TYPE_CHECKING:
    from annotator.core.state import AnnotationState


class Draft:
    """The parts of a state that changes touch, and what is seen twice thereby."""

    def __init__(self, state: AnnotationState) -> None:
        self._state = state
        self._working = Working(state)
        self._settling = Settling(self._working, state.doubles)
        self._clusters: dict[ClusterId, Cluster] | None = None
        self._verdicts: dict[VerdictId, Verdict] | None = None
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

    def _mention(self, identifier: MentionId, after: Mention | None) -> None:
        new = after or self._state.suggestions.mentions.get(identifier)
        self._settling.note_mention(identifier, self._working.mentions.get(identifier), new)
        self._working.mark_own(identifier, present=after is not None)
        self._working.put_mention(identifier, new)

    def _relation(self, identifier: RelationId, after: Relation | None) -> None:
        new = after or self._state.suggestions.relations.get(identifier)
        self._settling.note_relation(identifier, self._working.relations.get(identifier), new)
        self._working.mark_own(identifier, present=after is not None)
        self._working.put_relation(identifier, new)

    def _cluster(self, identifier: ClusterId, after: Cluster | None) -> None:
        if self._clusters is None:
            self._clusters = dict(self._state.clusters)
        self._working.mark_own(identifier, present=after is not None)
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
        state, working = self._state, self._working
        doubles, beside = self._settling.settle()
        return replace(
            state,
            mentions=working.mentions,
            relations=working.relations,
            clusters=state.clusters if self._clusters is None else self._clusters,
            own=working.own(),
            order=working.order,
            links=working.links,
            set_state=self._set_state,
            zones=self._zones,
            revision=revision,
            open_suggestions=working.open_mentions,
            open_relations=working.open_relations(),
            doubles=doubles,
            beside=beside,
            verdicts=state.verdicts if self._verdicts is None else self._verdicts,
        )


def _id_of(  # type: ignore[no-untyped-def]  # noqa: ANN202
    before: Mention | Relation | Cluster | Verdict | None,
    after: Mention | Relation | Cluster | Verdict | None,
):
    either = after or before
    assert either is not None, "a change has a before or an after"
    return either.id
