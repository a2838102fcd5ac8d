"""The values of one set by id, and what lies where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from annotator.core.annotation import Cluster, Mention, Relation, Status
from annotator.core.ids import ClusterId, MentionId, RelationId
from annotator.core.text import Span
from annotator.core.verdict import Verdict, VerdictId

Order: TypeAlias = tuple[int, int, str]
Place: TypeAlias = tuple[str, tuple[Span, ...]]
"""Layer and fragments: where a mention stands. Two visible mentions of one set never share a place."""


@dataclass(frozen=True, slots=True)
class Layered:
    """Mentions, relations and clusters by id: one set, or a set of suggestions.

    Only the gold set has ``verdicts``: what the review decided, by review item.
    """

    mentions: Mapping[MentionId, Mention] = field(default_factory=dict)
    relations: Mapping[RelationId, Relation] = field(default_factory=dict)
    clusters: Mapping[ClusterId, Cluster] = field(default_factory=dict)
    verdicts: Mapping[VerdictId, Verdict] = field(default_factory=dict)


def place_of(mention: Mention) -> Place:
    """Return where a mention stands."""
    return (mention.layer, mention.fragments)


def is_visible(mention: Mention | None) -> bool:
    """Tell whether a mention is there and not rejected."""
    return mention is not None and mention.status is not Status.REJECTED


def is_open(mention: Mention | None) -> bool:
    """Tell whether a mention is there and waits for a decision."""
    return mention is not None and mention.status is Status.SUGGESTED


def is_shown(relation: Relation, mentions: Mapping[MentionId, Mention]) -> bool:
    """Tell whether a relation is to be seen: not rejected, both ends there and not rejected."""
    ends = (mentions.get(relation.head), mentions.get(relation.tail))
    return relation.status is not Status.REJECTED and all(map(is_visible, ends))


def is_open_relation(relation: Relation | None, mentions: Mapping[MentionId, Mention]) -> bool:
    """Tell whether a relation is to be seen and waits for a decision."""
    return relation is not None and relation.status is Status.SUGGESTED and is_shown(relation, mentions)
