"""What an edit does: changes (before, after), gathered in an operation; and its effect on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, assert_never

from annotator.core.annotation import Cluster, Mention, Relation, SetState
from annotator.core.article import Zone
from annotator.core.ids import ArticleId, ClusterId, MentionId, OperationId, RelationId
from annotator.core.verdict import Verdict, VerdictId


@dataclass(frozen=True, slots=True)
class MentionChange:
    """A mention appears (no ``before``), goes (no ``after``) or changes."""

    before: Mention | None
    after: Mention | None


@dataclass(frozen=True, slots=True)
class RelationChange:
    """A relation appears, goes or changes."""

    before: Relation | None
    after: Relation | None


@dataclass(frozen=True, slots=True)
class ClusterChange:
    """A cluster appears, goes or changes."""

    before: Cluster | None
    after: Cluster | None


@dataclass(frozen=True, slots=True)
class SetStateChange:
    """The annotator's state on the article changes."""

    before: SetState
    after: SetState


@dataclass(frozen=True, slots=True)
class ZonesChange:
    """The zones of the article are corrected."""

    before: tuple[Zone, ...]
    after: tuple[Zone, ...]


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A decision of the review is made, withdrawn or changed."""

    before: Verdict | None
    after: Verdict | None


Change: TypeAlias = (
    MentionChange | RelationChange | ClusterChange | SetStateChange | ZonesChange | VerdictChange
)


def inverse(change: Change) -> Change:
    """Return the change that undoes ``change``."""
    match change:
        case MentionChange(before, after):
            return MentionChange(after, before)
        case RelationChange(before, after):
            return RelationChange(after, before)
        case ClusterChange(before, after):
            return ClusterChange(after, before)
        case SetStateChange(before, after):
            return SetStateChange(after, before)
        case ZonesChange(before, after):
            return ZonesChange(after, before)
        case VerdictChange(before, after):
            return VerdictChange(after, before)
        case _:
            assert_never(change)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pure edit function wants done, before anybody has checked or stored it.

    ``name`` is a stable verb such as ``accept``; the window translates it for the history. ``focus`` is the
    mention or relation that should have the focus afterwards. Consecutive plans with the same
    ``merge_key`` are undone together.
    """

    name: str
    changes: tuple[Change, ...]
    focus: MentionId | RelationId | None = None
    merge_key: str | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """One entry of the log, never changed afterwards.

    ``annotator`` is whose set is written, ``author`` who did it (an adjudicator writes the gold set).
    ``reverts`` is the operation that this one undoes (or redoes, when that one was itself an undo).
    ``at`` is in UTC.
    """

    id: OperationId
    article_id: ArticleId
    annotator: str
    author: str
    at: datetime
    name: str
    changes: tuple[Change, ...]
    merge_key: str | None = None
    reverts: OperationId | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a view must refresh after a change: the ids whose effective value may have changed."""

    mentions: frozenset[MentionId] = frozenset()
    relations: frozenset[RelationId] = frozenset()
    clusters: frozenset[ClusterId] = frozenset()
    set_state: bool = False
    zones: bool = False
    verdicts: frozenset[VerdictId] = frozenset()


def effect_of(changes: tuple[Change, ...]) -> Effect:
    """Return the effect of ``changes``."""
    mentions: set[MentionId] = set()
    relations: set[RelationId] = set()
    clusters: set[ClusterId] = set()
    verdicts: set[VerdictId] = set()
    set_state = zones = False
    for change in changes:
        match change:
            case MentionChange(before, after):
                mentions.update(m.id for m in (before, after) if m)
            case RelationChange(before, after):
                relations.update(r.id for r in (before, after) if r)
            case ClusterChange(before, after):
                clusters.update(c.id for c in (before, after) if c)
            case SetStateChange():
                set_state = True
            case ZonesChange():
                zones = True
            case VerdictChange(before, after):
                verdicts.update(v.id for v in (before, after) if v)
            case _:
                assert_never(change)
    return Effect(
        frozenset(mentions),
        frozenset(relations),
        frozenset(clusters),
        set_state,
        zones,
        frozenset(verdicts),
    )


def together(effects: Iterable[Effect]) -> Effect:
    """Return the effect of several edits, one after the other."""
    every = list(effects)
    return Effect(
        frozenset().union(*(effect.mentions for effect in every)),
        frozenset().union(*(effect.relations for effect in every)),
        frozenset().union(*(effect.clusters for effect in every)),
        any(effect.set_state for effect in every),
        any(effect.zones for effect in every),
        frozenset().union(*(effect.verdicts for effect in every)),
    )
